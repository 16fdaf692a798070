<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>pages</name>
    <message>
        <source>There were too many tries from your network. Wait a minute and try again.</source>
        <translation>Trop d’essais depuis votre réseau. Attendez une minute et réessayez.</translation>
    </message>
    <message>
        <source>This service has no mail server for %1. Check the spelling of your address, or ask the administrator of this service.</source>
        <translation>Ce service n’a pas de serveur de messagerie pour %1. Vérifiez l’orthographe de votre adresse, ou demandez à l’administrateur de ce service.</translation>
    </message>
    <message>
        <source>The address of this page is damaged.</source>
        <translation>L’adresse de cette page est endommagée.</translation>
    </message>
    <message>
        <source>A parameter of the request came more than once.</source>
        <translation>Un paramètre de la demande est présent plusieurs fois.</translation>
    </message>
    <message>
        <source>The assistant asks to be called back at an address that it is not registered with.</source>
        <translation>L’assistant demande un retour à une adresse pour laquelle il n’est pas enregistré.</translation>
    </message>
    <message>
        <source>The assistant&apos;s request is not one that this service can answer: %1 (%2).</source>
        <translation>Ce service ne peut pas répondre à cette demande de l’assistant : %1 (%2).</translation>
    </message>
    <message>
        <source>The form arrived damaged.</source>
        <translation>Le formulaire est arrivé endommagé.</translation>
    </message>
    <message>
        <source>The request of the assistant is too large.</source>
        <translation>La demande de l’assistant est trop longue.</translation>
    </message>
    <message>
        <source>This login page was used already.</source>
        <translation>Cette page de connexion a déjà été utilisée.</translation>
    </message>
    <message>
        <source>This login did not come from this server&apos;s own page.</source>
        <translation>Cette connexion ne vient pas de la page de ce serveur.</translation>
    </message>
    <message>
        <source>The login page was open for too long, or it is not from this server.</source>
        <translation>La page de connexion est restée ouverte trop longtemps, ou elle ne vient pas de ce serveur.</translation>
    </message>
    <message>
        <source>This login page belongs to another browser, or your browser refuses cookies.</source>
        <translation>Cette page de connexion appartient à un autre navigateur, ou le vôtre refuse les cookies.</translation>
    </message>
    <message>
        <source>There were too many failed logins. Wait %1 min and try again.</source>
        <translation>Trop de connexions ont échoué. Attendez %1 min et réessayez.</translation>
    </message>
    <message>
        <source>The assistant&apos;s callback address cannot be used.</source>
        <translation>L’adresse de retour de l’assistant est inutilisable.</translation>
    </message>
    <message>
        <source>The assistant&apos;s client ID was not made by this server, or it has expired.</source>
        <translation>L’identifiant client de l’assistant ne vient pas de ce serveur, ou il a expiré.</translation>
    </message>
    <message>
        <source>The administrator has withdrawn this client.</source>
        <translation>L’administrateur a retiré ce client.</translation>
    </message>
    <message>
        <source>The connection could not be made</source>
        <translation>La connexion n’a pas pu être établie</translation>
    </message>
    <message>
        <source>Go back to your assistant and start the connection again. If that does not help, tell the administrator of this service what you read here.</source>
        <translation>Revenez à votre assistant et relancez la connexion. Si cela n’aide pas, dites à l’administrateur de ce service ce que vous lisez ici.</translation>
    </message>
    <message>
        <source>Not possible at the moment</source>
        <translation>Impossible pour le moment</translation>
    </message>
    <message>
        <source>This service cannot remember logins right now.</source>
        <translation>Ce service ne peut pas mémoriser de connexions pour l’instant.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>Enter your e-mail address, for example you@example.com.</source>
        <translation>Saisissez votre adresse e-mail, par exemple vous@example.com.</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 bytes can be used.</source>
        <translation>%1 : trop long, %2 octets au plus.</translation>
    </message>
    <message>
        <source>%1 holds a line break or another character that cannot be used.</source>
        <translation>%1 : contient un saut de ligne ou un autre caractère inutilisable.</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Le nom</translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation>L’adresse e-mail</translation>
    </message>
    <message>
        <source>The user name</source>
        <translation>Le nom d’utilisateur</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>Le mot de passe</translation>
    </message>
    <message>
        <source>The user name for sending</source>
        <translation>Le nom d’utilisateur pour l’envoi</translation>
    </message>
    <message>
        <source>The password for sending</source>
        <translation>Le mot de passe pour l’envoi</translation>
    </message>
    <message>
        <source>Enter the password of your mailbox.</source>
        <translation>Saisissez le mot de passe de votre boîte.</translation>
    </message>
    <message>
        <source>Enter the password for sending, or tick “Use the same login”.</source>
        <translation>Saisissez le mot de passe pour l’envoi, ou cochez « Utiliser les mêmes identifiants ».</translation>
    </message>
    <message>
        <source>Tick at least one thing that the assistant may do.</source>
        <translation>Cochez au moins une chose que l’assistant peut faire.</translation>
    </message>
    <message>
        <source>The mail server for reading (%1)</source>
        <translation>Le serveur de lecture (%1)</translation>
    </message>
    <message>
        <source>The mail server for sending (%1)</source>
        <translation>Le serveur d’envoi (%1)</translation>
    </message>
    <message>
        <source>%1 did not accept this user name and password. Check both; some providers want an app password.</source>
        <translation>%1 n’a pas accepté ce nom d’utilisateur et ce mot de passe. Vérifiez les deux ; certains fournisseurs exigent un mot de passe d’application.</translation>
    </message>
    <message>
        <source>%1 could not prove its identity, so your password was not sent. Tell the administrator of this service.</source>
        <translation>%1 n’a pas pu prouver son identité ; votre mot de passe n’a donc pas été envoyé. Signalez-le à l’administrateur de ce service.</translation>
    </message>
    <message>
        <source>%1 cannot be reached at the moment. Try again in a minute.</source>
        <translation>%1 est injoignable pour le moment. Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>%1 did not behave as expected, so the login could not be checked. Tell the administrator of this service.</source>
        <translation>%1 ne s’est pas comporté comme prévu ; la connexion n’a pas pu être vérifiée. Signalez-le à l’administrateur de ce service.</translation>
    </message>
    <message>
        <source>Read and search your mail</source>
        <translation>Lire et rechercher vos messages</translation>
    </message>
    <message>
        <source>Move mail and change flags such as “read”</source>
        <translation>Déplacer des messages et changer des marques comme « lu »</translation>
    </message>
    <message>
        <source>Save drafts for you to send</source>
        <translation>Enregistrer des brouillons que vous enverrez</translation>
    </message>
    <message>
        <source>Delete mail for good</source>
        <translation>Supprimer définitivement des messages</translation>
    </message>
    <message>
        <source>Send mail in your name</source>
        <translation>Envoyer des messages en votre nom</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Erreur :</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Votre adresse e-mail</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>Connecter votre boîte aux lettres</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail.</source>
        <translation>Un programme de &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, qui se nomme &lt;strong&gt;{{clientName}}&lt;/strong&gt;, demande à travailler avec vos messages.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail.</source>
        <translation>Un programme qui se nomme &lt;strong&gt;{{clientName}}&lt;/strong&gt; demande à travailler avec vos messages.</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Provient de</translation>
    </message>
    <message>
        <source>Sends you back to</source>
        <translation>Vous renvoie vers</translation>
    </message>
    <message>
        <source>Nobody has checked this name. Go on only if you started the connection yourself, just now, and know where you will be sent back to.</source>
        <translation>Personne n’a vérifié ce nom. Ne continuez que si vous venez de lancer la connexion vous-même et savez où vous serez renvoyé.</translation>
    </message>
    <message>
        <source>You will be sent back to a program on this computer. Go on only if you started the connection yourself, just now, from a program you trust.</source>
        <translation>Vous serez renvoyé vers un programme de cet ordinateur. Ne continuez que si vous venez de lancer la connexion vous-même, depuis un programme de confiance.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>(it says which mail server is yours)</source>
        <translation>(elle indique votre serveur de messagerie)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Step 1 of 2. You log in and choose what the program may do on the next page.</source>
        <translation>Étape 1 sur 2. À la page suivante, vous vous connectez et choisissez ce que le programme peut faire.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>&lt;strong&gt;{{clientName}}&lt;/strong&gt; demande à travailler avec vos messages. Connectez-vous avec le nom d’utilisateur et le mot de passe de votre boîte pour l’autoriser.</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>Un programme de &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, qui se nomme &lt;strong&gt;{{clientName}}&lt;/strong&gt;, demande à travailler avec vos messages. Connectez-vous avec le nom d’utilisateur et le mot de passe de votre boîte pour l’autoriser.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>Un programme qui se nomme &lt;strong&gt;{{clientName}}&lt;/strong&gt; demande à travailler avec vos messages. Connectez-vous avec le nom d’utilisateur et le mot de passe de votre boîte pour l’autoriser.</translation>
    </message>
    <message>
        <source>Reads from</source>
        <translation>Lit depuis</translation>
    </message>
    <message>
        <source>Sends through</source>
        <translation>Envoie par</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>(shown to people you write to)</source>
        <translation>(visible par vos correspondants)</translation>
    </message>
    <message>
        <source>Mailbox login</source>
        <translation>Connexion à la boîte</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>(empty: the e-mail address)</source>
        <translation>(vide : l’adresse e-mail)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>If your provider offers app passwords, make one for this and use it here.</source>
        <translation>Si votre fournisseur propose des mots de passe d’application, créez-en un et utilisez-le ici.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Use the same login for sending mail</source>
        <translation>Utiliser les mêmes identifiants pour l’envoi</translation>
    </message>
    <message>
        <source>User name for sending</source>
        <translation>Nom d’utilisateur pour l’envoi</translation>
    </message>
    <message>
        <source>Password for sending</source>
        <translation>Mot de passe pour l’envoi</translation>
    </message>
    <message>
        <source>What {{clientName}} may do</source>
        <translation>Ce que {{clientName}} peut faire</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Your password is checked with your mail server now. It is not stored here: it travels, sealed so that only this server can open it, in the access that {{clientName}} receives.</source>
        <translation>Votre mot de passe est vérifié maintenant auprès de votre serveur de messagerie. Il n’est pas conservé ici : il voyage, scellé de sorte que seul ce serveur puisse l’ouvrir, dans l’accès que reçoit {{clientName}}.</translation>
    </message>
    <message>
        <source>An assistant</source>
        <translation>Un assistant</translation>
    </message>
    <message>
        <source>This client was made by an earlier version and must be re-issued by the administrator.</source>
        <translation>Ce client provient d’une version antérieure et doit être réémis par l’administrateur.</translation>
    </message>
    <message>
        <source>Ask me before anything is sent or deleted</source>
        <translation>Me demander avant d’envoyer ou de supprimer quoi que ce soit</translation>
    </message>
    <message>
        <source>Your assistant then has to show you what it wants to send or delete, and to wait for your answer.</source>
        <translation>Votre assistant doit alors vous montrer ce qu’il veut envoyer ou supprimer et attendre votre réponse.</translation>
    </message>
    <message>
        <source>You are always asked before anything is sent or deleted. The administrator of this service wants it so.</source>
        <translation>On vous demande toujours votre accord avant d’envoyer ou de supprimer quoi que ce soit. L’administrateur de ce service le veut ainsi.</translation>
    </message>
    <message>
        <source>Put the new ENCRYPTION_KEYS into the settings of the server in place of the old one, and take ENCRYPTION_KEY out: it is in the new line as “default”.</source>
        <translation>Mettez le nouveau ENCRYPTION_KEYS dans les réglages du serveur à la place de l’ancien, et retirez ENCRYPTION_KEY : elle figure dans la nouvelle ligne sous le nom « default ».</translation>
    </message>
    <message>
        <source>Reload the server (systemctl reload mail-mcp, or SIGHUP). Nobody is logged out. If several servers share the keys, first add the new key at the end of the line on all of them and reload, and only then put it in front: no server may seal what another cannot open yet.</source>
        <translation>Rechargez le serveur (systemctl reload mail-mcp, ou SIGHUP). Personne n’est déconnecté. Si plusieurs serveurs partagent les clés, ajoutez d’abord la nouvelle à la fin de la ligne sur tous et rechargez, puis seulement placez-la au début : aucun serveur ne doit sceller ce qu’un autre ne peut pas encore ouvrir.</translation>
    </message>
    <message>
        <source>Make new clients for everybody whose client ID is older. It ends together with the key that it was made with.</source>
        <translation>Créez de nouveaux clients pour tous ceux dont l’identifiant client est plus ancien. Il prend fin avec la clé qui a servi à le créer.</translation>
    </message>
    <message>
        <source>Remove the older keys (%1) when all clients are new and REFRESH_TOKEN_TTL (30 days, unless you set it) has passed since the reload. What they have sealed ends then.</source>
        <translation>Retirez les anciennes clés (%1) lorsque tous les clients sont nouveaux et que REFRESH_TOKEN_TTL (30 jours, sauf réglage contraire) s’est écoulé depuis le rechargement. Ce qu’elles ont scellé prend alors fin.</translation>
    </message>
    <message>
        <source>If somebody may know an older key, do not wait: remove it at once, which ends every client and every login that it has sealed.</source>
        <translation>Si quelqu’un peut connaître une ancienne clé, n’attendez pas : retirez-la tout de suite, ce qui met fin à tous les clients et à toutes les connexions qu’elle a scellés.</translation>
    </message>
    <message>
        <source>A client can have at most %1 redirect URIs.</source>
        <translation>Un client peut avoir au plus %1 URI de redirection.</translation>
    </message>
    <message>
        <source>Allow at least one thing: a client without any permission is of no use.</source>
        <translation>Autorisez au moins une chose : un client sans aucune permission ne sert à rien.</translation>
    </message>
    <message>
        <source>There is nothing to ask about: the client may neither send nor delete. Allow one of the two, or do not ask.</source>
        <translation>Il n’y a rien à demander : le client ne peut ni envoyer ni supprimer. Autorisez l’un des deux, ou ne demandez pas.</translation>
    </message>
    <message>
        <source>The name is too long: at most %1 bytes can be used.</source>
        <translation>Le nom est trop long : %1 octets au plus sont possibles.</translation>
    </message>
    <message>
        <source>The lifetime must be a number of days from 1 to %1.</source>
        <translation>La durée de vie doit être un nombre de jours de 1 à %1.</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>Le nom du serveur manque.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server. Write one such as mail.example.com, without a port.</source>
        <translation>« %1 » n’est pas le nom d’un serveur. Écrivez-en un comme mail.example.com, sans port.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>Le port doit être un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <source>Only servers on this computer (127.0.0.1, ::1, localhost) can be used without encryption.</source>
        <translation>Sans chiffrement, seuls les serveurs de cet ordinateur peuvent être utilisés (127.0.0.1, ::1, localhost).</translation>
    </message>
    <message>
        <source>You named this server, and it answers.</source>
        <translation>Vous avez nommé ce serveur, et il répond.</translation>
    </message>
    <message>
        <source>These are the known settings of %1.</source>
        <translation>Ce sont les réglages connus de %1.</translation>
    </message>
    <message>
        <source>The domain itself publishes this at %1.</source>
        <translation>Le domaine lui-même le publie à l’adresse %1.</translation>
    </message>
    <message>
        <source>Thunderbird’s database says so: %1.</source>
        <translation>C’est ce que dit la base de données de Thunderbird : %1.</translation>
    </message>
    <message>
        <source>The name service says so, in the record %1.</source>
        <translation>C’est ce que dit le service de noms, dans l’enregistrement %1.</translation>
    </message>
    <message>
        <source>This is a guess by usual names; a server answers there with a good certificate.</source>
        <translation>C’est une supposition d’après les noms habituels ; un serveur y répond avec un bon certificat.</translation>
    </message>
    <message>
        <source>%1 does not take the password of the account here. Make an app password (also called authorisation code) in its security settings and use that.</source>
        <translation>%1 n’accepte pas ici le mot de passe du compte. Créez un mot de passe d’application (aussi appelé code d’autorisation) dans ses paramètres de sécurité et utilisez-le.</translation>
    </message>
    <message>
        <source>%1 takes no passwords from mail programs any more, only OAuth logins of registered programs. Its mailboxes cannot be used here unless the administrator allows passwords again.</source>
        <translation>%1 n’accepte plus de mots de passe des logiciels de messagerie, seulement les connexions OAuth de logiciels enregistrés. Ses boîtes ne peuvent pas être utilisées ici, sauf si l’administrateur autorise de nouveau les mots de passe.</translation>
    </message>
    <message>
        <source>IMAP is off at first. Switch it on in the mail settings on the web pages of %1.</source>
        <translation>IMAP est désactivé au départ. Activez-le dans les paramètres de messagerie sur les pages web de %1.</translation>
    </message>
    <message>
        <source>Mail programs have a password of their own at %1, which is set in the customer centre.</source>
        <translation>Chez %1, les logiciels de messagerie ont leur propre mot de passe, défini dans l’espace client.</translation>
    </message>
    <message>
        <source>The mail of %1 can only be reached through its program Bridge, which has to run on the same computer as this server and whose certificate has to be trusted.</source>
        <translation>Le courrier de %1 n’est accessible que par son programme Bridge, qui doit tourner sur le même ordinateur que ce serveur et dont le certificat doit être approuvé.</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only on plans that are paid for.</source>
        <translation>%1 n’admet les logiciels de messagerie qu’avec les offres payantes.</translation>
    </message>
    <message>
        <source>Accounts of %1 that were made for another region have servers of that region.</source>
        <translation>Les comptes %1 créés pour une autre région ont des serveurs de cette région.</translation>
    </message>
    <message>
        <source>%1 See %2</source>
        <translation>%1 Voir %2</translation>
    </message>
    <message>
        <source>Type an e-mail address or the name of a mail server.</source>
        <translation>Saisissez une adresse électronique ou le nom d’un serveur de messagerie.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write one such as alice@example.com.</source>
        <translation>« %1 » n’est pas une adresse électronique. Écrivez-en une comme alice@example.com.</translation>
    </message>
    <message>
        <source>“%1” is neither an e-mail address nor the name of a mail server. Write alice@example.com or mail.example.com, without a port.</source>
        <translation>« %1 » n’est ni une adresse électronique ni le nom d’un serveur de messagerie. Écrivez alice@example.com ou mail.example.com, sans port.</translation>
    </message>
    <message>
        <source>In Claude on the web or in Claude Desktop</source>
        <translation>Dans Claude sur le web ou dans Claude Desktop</translation>
    </message>
    <message>
        <source>Open Settings → Connectors and choose “Add custom connector”.</source>
        <translation>Ouvrez Settings → Connectors et choisissez « Add custom connector ».</translation>
    </message>
    <message>
        <source>Name: %1. URL of the server: %2</source>
        <translation>Nom : %1. URL du serveur : %2</translation>
    </message>
    <message>
        <source>Open “Advanced settings” and paste the client ID and the client secret.</source>
        <translation>Ouvrez « Advanced settings » et collez l’identifiant et le secret du client.</translation>
    </message>
    <message>
        <source>Choose “Add”, then “Connect”, and log in to the mailbox.</source>
        <translation>Choisissez « Add », puis « Connect », et connectez-vous à la boîte aux lettres.</translation>
    </message>
    <message>
        <source>Anthropic’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>Ce sont les serveurs d’Anthropic qui se connectent ; ce serveur doit donc être joignable depuis Internet en https.</translation>
    </message>
    <message>
        <source>Claude Desktop ignores remote servers in claude_desktop_config.json; the connector is for all of Claude’s programs.</source>
        <translation>Claude Desktop ignore les serveurs distants dans claude_desktop_config.json ; le connecteur vaut pour tous les programmes de Claude.</translation>
    </message>
    <message>
        <source>Run this once; it asks for the client secret</source>
        <translation>Exécutez ceci une fois ; le secret du client est demandé</translation>
    </message>
    <message>
        <source>Run this once</source>
        <translation>Exécutez ceci une fois</translation>
    </message>
    <message>
        <source>Or, for everybody who works on a project, without the secret</source>
        <translation>Ou, pour tous ceux qui travaillent sur un projet, sans le secret</translation>
    </message>
    <message>
        <source>Type /mcp in Claude Code to log in to the mailbox.</source>
        <translation>Tapez /mcp dans Claude Code pour vous connecter à la boîte aux lettres.</translation>
    </message>
    <message>
        <source>In ChatGPT on the web, with developer mode on</source>
        <translation>Dans ChatGPT sur le web, avec le mode développeur activé</translation>
    </message>
    <message>
        <source>Open Settings → Apps &amp; Connectors → Advanced settings and switch on developer mode.</source>
        <translation>Ouvrez Settings → Apps &amp; Connectors → Advanced settings et activez le mode développeur.</translation>
    </message>
    <message>
        <source>Go back and choose “Create”. Name: %1. URL of the MCP server: %2</source>
        <translation>Revenez en arrière et choisissez « Create ». Nom : %1. URL du serveur MCP : %2</translation>
    </message>
    <message>
        <source>Authentication: OAuth. Paste the client ID and the client secret.</source>
        <translation>Authentification : OAuth. Collez l’identifiant et le secret du client.</translation>
    </message>
    <message>
        <source>Choose “Create” and log in to the mailbox.</source>
        <translation>Choisissez « Create » et connectez-vous à la boîte aux lettres.</translation>
    </message>
    <message>
        <source>If ChatGPT shows a callback URL of its own (https://chatgpt.com/connector/oauth/…), make the client with that redirect URI.</source>
        <translation>Si ChatGPT affiche sa propre URL de rappel (https://chatgpt.com/connector/oauth/…), créez le client avec cette URI de redirection.</translation>
    </message>
    <message>
        <source>OpenAI’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>Ce sont les serveurs d’OpenAI qui se connectent ; ce serveur doit donc être joignable depuis Internet en https.</translation>
    </message>
    <message>
        <source>For one project</source>
        <translation>Pour un projet</translation>
    </message>
    <message>
        <source>VS Code asks for the client secret when it connects. For all projects, run “MCP: Open User Configuration” and put the same there.</source>
        <translation>VS Code demande le secret du client à la connexion. Pour tous les projets, exécutez « MCP: Open User Configuration » et mettez-y la même chose.</translation>
    </message>
    <message>
        <source>For all projects; for one alone in .cursor/mcp.json</source>
        <translation>Pour tous les projets ; pour un seul dans .cursor/mcp.json</translation>
    </message>
    <message>
        <source>Without the secret in the file, Cursor reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Sans le secret dans le fichier, Cursor le lit dans la variable d’environnement MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>A file of servers</source>
        <translation>Un fichier de serveurs</translation>
    </message>
    <message>
        <source>Then run, in the same folder</source>
        <translation>Exécutez ensuite, dans le même dossier</translation>
    </message>
    <message>
        <source>Where CLIENT_SECRET stands, put the client secret.</source>
        <translation>À la place de CLIENT_SECRET, mettez le secret du client.</translation>
    </message>
    <message>
        <source>The client, in a file that only you can read (chmod 600)</source>
        <translation>Le client, dans un fichier que vous seul pouvez lire (chmod 600)</translation>
    </message>
    <message>
        <source>For a program that starts local servers, such as Claude Desktop; put the real path in</source>
        <translation>Pour un programme qui lance des serveurs locaux, comme Claude Desktop ; mettez le vrai chemin</translation>
    </message>
    <message>
        <source>Without the secret in the file, mcp-remote reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Sans le secret dans le fichier, mcp-remote le lit dans la variable d’environnement MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings</source>
        <translation>Ajoutez ceci aux réglages</translation>
    </message>
    <message>
        <source>Type /mcp auth in Gemini CLI to log in to the mailbox.</source>
        <translation>Tapez /mcp auth dans Gemini CLI pour vous connecter à la boîte aux lettres.</translation>
    </message>
    <message>
        <source>Without the secret in the file, Gemini CLI reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Sans le secret dans le fichier, Gemini CLI le lit dans la variable d’environnement MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings, with the real path</source>
        <translation>Ajoutez ceci aux réglages, avec le vrai chemin</translation>
    </message>
    <message>
        <source>Codex itself sends no client secret, so it connects through mcp-remote.</source>
        <translation>Codex n’envoie pas lui-même de secret de client ; il se connecte donc par mcp-remote.</translation>
    </message>
</context>
</TS>
