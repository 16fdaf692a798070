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
    <message>
        <source>It has expired.</source>
        <translation>Il a expiré.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Il n&apos;est pas encore valable.</translation>
    </message>
    <message>
        <source>It is for another name.</source>
        <translation>Il est pour un autre nom.</translation>
    </message>
    <message>
        <source>It is self-signed.</source>
        <translation>Il est autosigné.</translation>
    </message>
    <message>
        <source>Its authority is not known.</source>
        <translation>Son autorité n&apos;est pas connue.</translation>
    </message>
    <message>
        <source>It signed another one and must not.</source>
        <translation>Il en a signé un autre et n&apos;en a pas le droit.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Il a été révoqué.</translation>
    </message>
    <message>
        <source>It cannot be trusted.</source>
        <translation>On ne peut pas s&apos;y fier.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>Version de TLS</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capacités</translation>
    </message>
    <message>
        <source>Ways to log in</source>
        <translation>Moyens de connexion</translation>
    </message>
    <message>
        <source>Way of logging in</source>
        <translation>Moyen de connexion</translation>
    </message>
    <message>
        <source>Other folders</source>
        <translation>Autres dossiers</translation>
    </message>
    <message>
        <source>Largest message in bytes</source>
        <translation>Plus grand message en octets</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensions</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>Certificat %1</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valable</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>du %1 au %2</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>%1 messages, %2 unread</source>
        <translation>%1 messages, %2 non lus</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Non vérifié.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Tout fonctionne.</translation>
    </message>
    <message>
        <source>Everything works, as far as it can be seen without a login.</source>
        <translation>Tout fonctionne, autant qu&apos;on puisse le voir sans se connecter.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>Le serveur a dit</translation>
    </message>
    <message>
        <source>Look up the name</source>
        <translation>Chercher le nom</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>Chiffrer (TLS)</translation>
    </message>
    <message>
        <source>Encrypt (STARTTLS)</source>
        <translation>Chiffrer (STARTTLS)</translation>
    </message>
    <message>
        <source>Capabilities with TLS</source>
        <translation>Capacités avec TLS</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Se connecter au compte</translation>
    </message>
    <message>
        <source>Capabilities after the login</source>
        <translation>Capacités après la connexion</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Limits for sending</source>
        <translation>Limites d&apos;envoi</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Envoyer un message d&apos;essai</translation>
    </message>
    <message>
        <source>Find the test message</source>
        <translation>Trouver le message d&apos;essai</translation>
    </message>
    <message>
        <source>Delete the test message</source>
        <translation>Supprimer le message d&apos;essai</translation>
    </message>
    <message>
        <source>“%1” is no server.</source>
        <translation>« %1 » n&apos;est pas un serveur.</translation>
    </message>
    <message>
        <source>A host name and a port from 1 to 65535 are needed.</source>
        <translation>Il faut un nom d&apos;hôte et un port de 1 à 65535.</translation>
    </message>
    <message>
        <source>Check the host name and the port.</source>
        <translation>Vérifiez le nom d&apos;hôte et le port.</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>Il n&apos;y a pas de serveur nommé %1.</translation>
    </message>
    <message>
        <source>The name is misspelt, or its DNS entry is missing.</source>
        <translation>Le nom est mal écrit, ou son entrée DNS manque.</translation>
    </message>
    <message>
        <source>Check the spelling of the host name; it often begins with “imap.”, “smtp.” or “mail.”.</source>
        <translation>Vérifiez l&apos;orthographe du nom d&apos;hôte ; il commence souvent par « imap. », « smtp. » ou « mail. ».</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up.</source>
        <translation>Le nom %1 n&apos;a pas pu être cherché.</translation>
    </message>
    <message>
        <source>The name service of this computer did not answer.</source>
        <translation>Le service de noms de cet ordinateur n&apos;a pas répondu.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network and DNS settings, then try again.</source>
        <translation>Vérifiez le réseau et les réglages DNS de cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 refuse les connexions.</translation>
    </message>
    <message>
        <source>The server is there, but nothing listens on this port.</source>
        <translation>Le serveur est là, mais rien n&apos;écoute sur ce port.</translation>
    </message>
    <message>
        <source>Check the port: usually 993 or 143 for IMAP, 465 or 587 for SMTP.</source>
        <translation>Vérifiez le port : d&apos;ordinaire 993 ou 143 pour IMAP, 465 ou 587 pour SMTP.</translation>
    </message>
    <message>
        <source>%1 cannot be reached over the network.</source>
        <translation>%1 est injoignable par le réseau.</translation>
    </message>
    <message>
        <source>There is no way to this address, or a firewall refuses it.</source>
        <translation>Aucun chemin ne mène à cette adresse, ou un pare-feu la refuse.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network, its IPv6 included, and its firewall.</source>
        <translation>Vérifiez le réseau de cet ordinateur, IPv6 compris, et son pare-feu.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 ne répond pas.</translation>
    </message>
    <message>
        <source>A firewall usually drops such connections silently; some providers block mail ports.</source>
        <translation>D&apos;ordinaire un pare-feu écarte ces connexions en silence ; certains fournisseurs bloquent les ports du courrier.</translation>
    </message>
    <message>
        <source>Check the port, and whether a firewall lets connections to it out.</source>
        <translation>Vérifiez le port, et si un pare-feu laisse sortir les connexions vers lui.</translation>
    </message>
    <message>
        <source>%1 may not be used without encryption.</source>
        <translation>%1 ne doit pas être utilisé sans chiffrement.</translation>
    </message>
    <message>
        <source>Only a server on this very computer may be spoken to without TLS: the password would be readable on the way.</source>
        <translation>Seul un serveur sur cet ordinateur même peut être contacté sans TLS : le mot de passe serait lisible en chemin.</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS.</source>
        <translation>Choisissez TLS ou STARTTLS.</translation>
    </message>
    <message>
        <source>%1 does not begin with TLS.</source>
        <translation>%1 ne commence pas par TLS.</translation>
    </message>
    <message>
        <source>The port begins in the clear: it is one for STARTTLS.</source>
        <translation>Le port commence en clair : il est pour STARTTLS.</translation>
    </message>
    <message>
        <source>Choose STARTTLS for this port, or the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>Choisissez STARTTLS pour ce port, ou le port pour TLS : 993 pour IMAP, 465 pour SMTP.</translation>
    </message>
    <message>
        <source>%1 waits for TLS.</source>
        <translation>%1 attend TLS.</translation>
    </message>
    <message>
        <source>The port begins with TLS at once; STARTTLS is not used on it.</source>
        <translation>Le port commence tout de suite par TLS ; STARTTLS n&apos;y sert pas.</translation>
    </message>
    <message>
        <source>Choose TLS for this port, or the port for STARTTLS: 143 for IMAP, 587 for SMTP.</source>
        <translation>Choisissez TLS pour ce port, ou le port pour STARTTLS : 143 pour IMAP, 587 pour SMTP.</translation>
    </message>
    <message>
        <source>%1 only offers encryption that is too old.</source>
        <translation>%1 n&apos;offre qu&apos;un chiffrement trop ancien.</translation>
    </message>
    <message>
        <source>TLS 1.2 or newer with safe ciphers and keys is needed.</source>
        <translation>Il faut TLS 1.2 ou plus récent, avec des algorithmes et des clés sûrs.</translation>
    </message>
    <message>
        <source>Update the mail server&apos;s TLS settings.</source>
        <translation>Mettez à jour les réglages TLS du serveur de courrier.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>La négociation TLS avec %1 a échoué.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log; it usually says why.</source>
        <translation>Regardez le journal du serveur de courrier ; il dit souvent pourquoi.</translation>
    </message>
    <message>
        <source>%1 does not finish the TLS handshake.</source>
        <translation>%1 ne termine pas la négociation TLS.</translation>
    </message>
    <message>
        <source>The port may be no TLS port, or something in between, as a firewall or a virus scanner, holds it up.</source>
        <translation>Ce n&apos;est peut-être pas un port TLS, ou quelque chose entre les deux, comme un pare-feu ou un antivirus, la retient.</translation>
    </message>
    <message>
        <source>Check the port and the kind of encryption.</source>
        <translation>Vérifiez le port et le type de chiffrement.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Le certificat de %1 a expiré.</translation>
    </message>
    <message>
        <source>Renew the certificate and restart the mail server; check that the renewed one is the one it loads.</source>
        <translation>Renouvelez le certificat et redémarrez le serveur de courrier ; vérifiez qu&apos;il charge bien le nouveau.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Le certificat de %1 n&apos;est pas encore valable.</translation>
    </message>
    <message>
        <source>Its time has not begun, or the clock of this computer is wrong.</source>
        <translation>Sa période n&apos;a pas commencé, ou l&apos;horloge de cet ordinateur est fausse.</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>Vérifiez l&apos;horloge de cet ordinateur.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>Le certificat de %1 est pour un autre nom.</translation>
    </message>
    <message>
        <source>The names in the certificate do not include this host name.</source>
        <translation>Les noms du certificat ne comprennent pas ce nom d&apos;hôte.</translation>
    </message>
    <message>
        <source>Use one of the names in the certificate as the host name, or get a certificate for this one.</source>
        <translation>Prenez un des noms du certificat comme nom d&apos;hôte, ou obtenez un certificat pour celui-ci.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed.</source>
        <translation>Le certificat de %1 est autosigné.</translation>
    </message>
    <message>
        <source>No authority vouches for it, so anybody could have made it.</source>
        <translation>Aucune autorité ne s&apos;en porte garante, n&apos;importe qui a donc pu le faire.</translation>
    </message>
    <message>
        <source>Get a certificate from an authority, or name this certificate as a trusted authority (MAIL_CA_FILE).</source>
        <translation>Obtenez un certificat d&apos;une autorité, ou indiquez celui-ci comme autorité de confiance (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 is from an unknown authority.</source>
        <translation>Le certificat de %1 vient d&apos;une autorité inconnue.</translation>
    </message>
    <message>
        <source>The authority is not among the trusted ones, or the server does not send its intermediate certificates.</source>
        <translation>L&apos;autorité n&apos;est pas parmi celles de confiance, ou le serveur n&apos;envoie pas ses certificats intermédiaires.</translation>
    </message>
    <message>
        <source>Let the mail server send its whole chain, or name your own authority as a trusted one (MAIL_CA_FILE).</source>
        <translation>Faites envoyer toute la chaîne au serveur, ou indiquez votre autorité comme étant de confiance (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>On ne peut pas se fier au certificat de %1.</translation>
    </message>
    <message>
        <source>It was revoked, its signature or key is too weak, or who signed it was not allowed to.</source>
        <translation>Il a été révoqué, sa signature ou sa clé est trop faible, ou son signataire n&apos;en avait pas le droit.</translation>
    </message>
    <message>
        <source>Get a new certificate.</source>
        <translation>Obtenez un nouveau certificat.</translation>
    </message>
    <message>
        <source>The certificate of %1 ends soon.</source>
        <translation>Le certificat de %1 expire bientôt.</translation>
    </message>
    <message>
        <source>Renew it in time; check that the automatic renewal works.</source>
        <translation>Renouvelez-le à temps ; vérifiez que le renouvellement automatique fonctionne.</translation>
    </message>
    <message>
        <source>The file of trusted authorities cannot be used.</source>
        <translation>Le fichier des autorités de confiance est inutilisable.</translation>
    </message>
    <message>
        <source>It is missing or holds no certificate in PEM form.</source>
        <translation>Il manque ou ne contient aucun certificat au format PEM.</translation>
    </message>
    <message>
        <source>Check the setting MAIL_CA_FILE.</source>
        <translation>Vérifiez le réglage MAIL_CA_FILE.</translation>
    </message>
    <message>
        <source>%1 says nothing.</source>
        <translation>%1 ne dit rien.</translation>
    </message>
    <message>
        <source>The connection is there, but the server did not answer in time: it may be overloaded, or it may be another kind of server.</source>
        <translation>La connexion est là, mais le serveur n&apos;a pas répondu à temps : il est peut-être surchargé, ou d&apos;une autre sorte.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the port and the server&apos;s log.</source>
        <translation>Réessayez ; si cela dure, vérifiez le port et le journal du serveur.</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 a fermé la connexion.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the server&apos;s log says why. Some servers close when there were too many connections or failed logins.</source>
        <translation>Réessayez ; si cela dure, le journal du serveur dit pourquoi. Certains ferment après trop de connexions ou d&apos;échecs.</translation>
    </message>
    <message>
        <source>%1 speaks another protocol.</source>
        <translation>%1 parle un autre protocole.</translation>
    </message>
    <message>
        <source>It answers, but not as such a mail server does.</source>
        <translation>Il répond, mais pas comme un tel serveur de courrier.</translation>
    </message>
    <message>
        <source>%1 does not serve this computer.</source>
        <translation>%1 ne sert pas cet ordinateur.</translation>
    </message>
    <message>
        <source>It may block this address, or not be in service just now.</source>
        <translation>Il bloque peut-être cette adresse, ou n&apos;est pas en service en ce moment.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; ask who runs the server.</source>
        <translation>Lisez les mots du serveur ; demandez à qui l&apos;exploite.</translation>
    </message>
    <message>
        <source>%1 does not offer STARTTLS.</source>
        <translation>%1 n&apos;offre pas STARTTLS.</translation>
    </message>
    <message>
        <source>Without it the password would be readable on the way, so nothing was sent.</source>
        <translation>Sans lui le mot de passe serait lisible en chemin, rien n&apos;a donc été envoyé.</translation>
    </message>
    <message>
        <source>Choose the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>Choisissez le port pour TLS : 993 pour IMAP, 465 pour SMTP.</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS, but refuses it.</source>
        <translation>%1 offre STARTTLS, mais le refuse.</translation>
    </message>
    <message>
        <source>Its certificate is often missing or cannot be read.</source>
        <translation>Souvent son certificat manque ou ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log.</source>
        <translation>Regardez le journal du serveur de courrier.</translation>
    </message>
    <message>
        <source>Somebody slipped bytes in before the encryption with %1 began.</source>
        <translation>Quelqu&apos;un a glissé des octets avant le début du chiffrement avec %1.</translation>
    </message>
    <message>
        <source>The server is broken, or somebody on the way is tampering with the connection.</source>
        <translation>Le serveur est défectueux, ou quelqu&apos;un en chemin altère la connexion.</translation>
    </message>
    <message>
        <source>Do not log in over this network before this is explained.</source>
        <translation>Ne vous connectez pas par ce réseau avant que cela soit expliqué.</translation>
    </message>
    <message>
        <source>%1 accepts passwords without TLS.</source>
        <translation>%1 accepte des mots de passe sans TLS.</translation>
    </message>
    <message>
        <source>A program that forgets TLS would send its password readable.</source>
        <translation>Un programme qui oublie TLS enverrait son mot de passe lisible.</translation>
    </message>
    <message>
        <source>Let the mail server refuse logins before TLS.</source>
        <translation>Faites refuser les connexions au compte avant TLS.</translation>
    </message>
    <message>
        <source>%1 accepts no logins here.</source>
        <translation>%1 n&apos;accepte pas de connexion au compte ici.</translation>
    </message>
    <message>
        <source>It allows them only with encryption, or not at all (LOGINDISABLED).</source>
        <translation>Il ne les permet qu&apos;avec chiffrement, ou pas du tout (LOGINDISABLED).</translation>
    </message>
    <message>
        <source>%1 offers no login (SMTP AUTH).</source>
        <translation>%1 n&apos;offre pas de connexion au compte (SMTP AUTH).</translation>
    </message>
    <message>
        <source>The port is often the one for mail between servers (25), or logins are switched off.</source>
        <translation>C&apos;est souvent le port du courrier entre serveurs (25), ou bien elle est désactivée.</translation>
    </message>
    <message>
        <source>Use the port for sending, 465 or 587, or have SMTP AUTH switched on.</source>
        <translation>Prenez le port d&apos;envoi, 465 ou 587, ou faites activer SMTP AUTH.</translation>
    </message>
    <message>
        <source>%1 offers no way to log in with a password that is known here.</source>
        <translation>%1 n&apos;offre aucun moyen connu ici de se connecter par mot de passe.</translation>
    </message>
    <message>
        <source>Have PLAIN, LOGIN or SCRAM-SHA-256 switched on at the server.</source>
        <translation>Faites activer PLAIN, LOGIN ou SCRAM-SHA-256 sur le serveur.</translation>
    </message>
    <message>
        <source>%1 accepts OAuth only, no passwords.</source>
        <translation>%1 n&apos;accepte qu&apos;OAuth, pas de mots de passe.</translation>
    </message>
    <message>
        <source>The provider has switched logins with passwords off.</source>
        <translation>Le fournisseur a désactivé la connexion par mot de passe.</translation>
    </message>
    <message>
        <source>Use an app password, if the provider has them, or have passwords allowed for this mailbox.</source>
        <translation>Prenez un mot de passe d&apos;application, s&apos;il en existe, ou faites autoriser les mots de passe pour cette boîte.</translation>
    </message>
    <message>
        <source>%1 refuses the user name or the password.</source>
        <translation>%1 refuse le nom d&apos;utilisateur ou le mot de passe.</translation>
    </message>
    <message>
        <source>One of them is wrong, or the provider wants an app password.</source>
        <translation>L&apos;un des deux est faux, ou le fournisseur veut un mot de passe d&apos;application.</translation>
    </message>
    <message>
        <source>Check both; the user name is often the whole e-mail address. With two-factor login create an app password.</source>
        <translation>Vérifiez les deux ; le nom d&apos;utilisateur est souvent l&apos;adresse entière. Avec deux facteurs, créez un mot de passe d&apos;application.</translation>
    </message>
    <message>
        <source>%1 wants an app password.</source>
        <translation>%1 veut un mot de passe d&apos;application.</translation>
    </message>
    <message>
        <source>The account is protected with a second factor, and its usual password does not work for mail programs.</source>
        <translation>Le compte est protégé par un second facteur, et son mot de passe habituel ne vaut pas pour les programmes de courrier.</translation>
    </message>
    <message>
        <source>Create an app password at the provider and use it here.</source>
        <translation>Créez un mot de passe d&apos;application chez le fournisseur et utilisez-le ici.</translation>
    </message>
    <message>
        <source>%1 does not let this mailbox log in this way.</source>
        <translation>%1 ne laisse pas cette boîte se connecter ainsi.</translation>
    </message>
    <message>
        <source>The provider or the administrator has switched it off.</source>
        <translation>Le fournisseur ou l&apos;administrateur l&apos;a désactivé.</translation>
    </message>
    <message>
        <source>Have it switched on for this mailbox.</source>
        <translation>Faites-le activer pour cette boîte.</translation>
    </message>
    <message>
        <source>%1 cannot check the login just now.</source>
        <translation>%1 ne peut pas vérifier la connexion en ce moment.</translation>
    </message>
    <message>
        <source>The server is overloaded, limits logins, or its user database is away.</source>
        <translation>Le serveur est surchargé, limite les connexions, ou sa base d&apos;utilisateurs est absente.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>%1 did not prove that it knows the password.</source>
        <translation>%1 n&apos;a pas prouvé qu&apos;il connaît le mot de passe.</translation>
    </message>
    <message>
        <source>It may not be the server it claims to be.</source>
        <translation>Ce n&apos;est peut-être pas le serveur qu&apos;il prétend être.</translation>
    </message>
    <message>
        <source>Do not log in before this is explained.</source>
        <translation>Ne vous connectez pas avant que cela soit expliqué.</translation>
    </message>
    <message>
        <source>The folders could not be listed.</source>
        <translation>Les dossiers n&apos;ont pas pu être listés.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; the mailbox may be damaged or not set up yet.</source>
        <translation>Lisez les mots du serveur ; la boîte est peut-être endommagée ou pas encore créée.</translation>
    </message>
    <message>
        <source>The server does not tell how full the mailbox is.</source>
        <translation>Le serveur ne dit pas à quel point la boîte est pleine.</translation>
    </message>
    <message>
        <source>The mailbox is nearly full.</source>
        <translation>La boîte est presque pleine.</translation>
    </message>
    <message>
        <source>Delete mail, or get more room.</source>
        <translation>Supprimez du courrier, ou obtenez plus de place.</translation>
    </message>
    <message>
        <source>The mailbox is full.</source>
        <translation>La boîte est pleine.</translation>
    </message>
    <message>
        <source>New messages are refused.</source>
        <translation>Les nouveaux messages sont refusés.</translation>
    </message>
    <message>
        <source>%1 refuses the sender&apos;s address.</source>
        <translation>%1 refuse l&apos;adresse de l&apos;expéditeur.</translation>
    </message>
    <message>
        <source>The login may not send as this address.</source>
        <translation>Ce compte ne peut pas envoyer avec cette adresse.</translation>
    </message>
    <message>
        <source>Check the e-mail address; it has to belong to the login.</source>
        <translation>Vérifiez l&apos;adresse ; elle doit appartenir au compte.</translation>
    </message>
    <message>
        <source>%1 refuses the recipient.</source>
        <translation>%1 refuse le destinataire.</translation>
    </message>
    <message>
        <source>Check the e-mail address.</source>
        <translation>Vérifiez l&apos;adresse.</translation>
    </message>
    <message>
        <source>%1 does not take the message just now.</source>
        <translation>%1 ne prend pas le message en ce moment.</translation>
    </message>
    <message>
        <source>It asks to try again later, as greylisting does with unknown senders.</source>
        <translation>Il demande de réessayer plus tard, comme le fait la liste grise avec les expéditeurs inconnus.</translation>
    </message>
    <message>
        <source>Try again in some minutes. Clients that log in should not be greylisted; ask who runs the server.</source>
        <translation>Réessayez dans quelques minutes. Qui se connecte ne devrait pas être touché ; demandez à qui exploite le serveur.</translation>
    </message>
    <message>
        <source>%1 refuses the message.</source>
        <translation>%1 refuse le message.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words.</source>
        <translation>Lisez les mots du serveur.</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 took the message.</source>
        <translation>Nul ne sait si %1 a pris le message.</translation>
    </message>
    <message>
        <source>It was sent, but the confirmation never came.</source>
        <translation>Il a été envoyé, mais la confirmation n&apos;est jamais venue.</translation>
    </message>
    <message>
        <source>Look whether it arrived before sending again.</source>
        <translation>Regardez s&apos;il est arrivé avant de renvoyer.</translation>
    </message>
    <message>
        <source>The test message did not arrive in time.</source>
        <translation>Le message d&apos;essai n&apos;est pas arrivé à temps.</translation>
    </message>
    <message>
        <source>It is still on its way, was filtered, or went to another folder.</source>
        <translation>Il est encore en route, a été filtré ou est allé dans un autre dossier.</translation>
    </message>
    <message>
        <source>Look for it by its subject, and into the mail server&apos;s log.</source>
        <translation>Cherchez-le par son sujet, et dans le journal du serveur.</translation>
    </message>
    <message>
        <source>The test message arrived among junk mail.</source>
        <translation>Le message d&apos;essai est arrivé parmi les indésirables.</translation>
    </message>
    <message>
        <source>Check the spam filter, and SPF, DKIM and DMARC of the domain.</source>
        <translation>Vérifiez le filtre, ainsi que SPF, DKIM et DMARC du domaine.</translation>
    </message>
    <message>
        <source>The test message could not be deleted.</source>
        <translation>Le message d&apos;essai n&apos;a pas pu être supprimé.</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>Supprimez-le à la main.</translation>
    </message>
    <message>
        <source>%1 This took long.</source>
        <translation>%1 Cela a duré longtemps.</translation>
    </message>
    <message>
        <source>The server or the network is slow.</source>
        <translation>Le serveur ou le réseau est lent.</translation>
    </message>
    <message>
        <source>If it stays so, look at the load of the server, and at its name service: many servers look up who connects.</source>
        <translation>Si cela dure, regardez la charge du serveur et son service de noms : beaucoup cherchent qui se connecte.</translation>
    </message>
    <message>
        <source>The time for the diagnosis was over.</source>
        <translation>Le temps du diagnostic était écoulé.</translation>
    </message>
    <message>
        <source>This failed.</source>
        <translation>Cela a échoué.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words, and its log.</source>
        <translation>Lisez les mots du serveur, et son journal.</translation>
    </message>
    <message>
        <source>The server offers %1 extensions.</source>
        <translation>Le serveur offre %1 extensions.</translation>
    </message>
    <message>
        <source>Logged in with %1.</source>
        <translation>Connecté avec %1.</translation>
    </message>
    <message>
        <source>There are %1 folders.</source>
        <translation>Il y a %1 dossiers.</translation>
    </message>
    <message>
        <source>The mailbox has no limit.</source>
        <translation>La boîte n&apos;a pas de limite.</translation>
    </message>
    <message>
        <source>%1 percent of the mailbox are used.</source>
        <translation>%1 pour cent de la boîte sont utilisés.</translation>
    </message>
    <message>
        <source>Google wants an app password: switch 2-Step Verification on, then create one at https://myaccount.google.com/apppasswords.</source>
        <translation>Google veut un mot de passe d&apos;application : activez la validation en deux étapes, puis créez-en un sur https://myaccount.google.com/apppasswords.</translation>
    </message>
    <message>
        <source>Microsoft has switched passwords off for most mailboxes. For sending, an administrator of Microsoft 365 can allow authenticated SMTP for a mailbox; reading needs OAuth.</source>
        <translation>Microsoft a désactivé les mots de passe pour la plupart des boîtes. Pour l&apos;envoi, un administrateur de Microsoft 365 peut permettre le SMTP authentifié ; la lecture demande OAuth.</translation>
    </message>
    <message>
        <source>Yahoo and AOL want an app password: create one under Account security.</source>
        <translation>Yahoo et AOL veulent un mot de passe d&apos;application : créez-en un sous Sécurité du compte.</translation>
    </message>
    <message>
        <source>Apple wants an app-specific password: create one at https://account.apple.com. The user name of IMAP is the part before the @.</source>
        <translation>Apple veut un mot de passe pour application : créez-en un sur https://account.apple.com. Le nom d&apos;utilisateur IMAP est la partie devant le @.</translation>
    </message>
    <message>
        <source>GMX and WEB.DE: switch on access by IMAP in the settings of the mailbox (POP3/IMAP); with two-factor login create an app password.</source>
        <translation>GMX et WEB.DE : activez l&apos;accès IMAP dans les réglages de la boîte (POP3/IMAP) ; avec deux facteurs, créez un mot de passe d&apos;application.</translation>
    </message>
    <message>
        <source>Fastmail wants an app password: create one under Privacy &amp; Security.</source>
        <translation>Fastmail veut un mot de passe d&apos;application : créez-en un sous Privacy &amp; Security.</translation>
    </message>
    <message>
        <source>Zoho: switch on access by IMAP in the settings of the mailbox; with two-factor login create an app password.</source>
        <translation>Zoho : activez l&apos;accès IMAP dans les réglages de la boîte ; avec deux facteurs, créez un mot de passe d&apos;application.</translation>
    </message>
    <message>
        <source>Switch on access by mail programs in the settings of the mailbox, and create an app password.</source>
        <translation>Activez l&apos;accès des programmes de courrier dans les réglages de la boîte, et créez un mot de passe d&apos;application.</translation>
    </message>
    <message>
        <source>Proton needs Proton Mail Bridge on this computer; use the password that Bridge shows.</source>
        <translation>Proton a besoin de Proton Mail Bridge sur cet ordinateur ; prenez le mot de passe qu&apos;il affiche.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Connecté à %1.</translation>
    </message>
    <message>
        <source>Nothing listens at %1; that does not matter.</source>
        <translation>Rien n&apos;écoute à %1 ; cela ne fait rien.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 est %2.</translation>
    </message>
    <message>
        <source>%1 with %2; the certificate is good.</source>
        <translation>%1 avec %2 ; le certificat est bon.</translation>
    </message>
    <message>
        <source>The server took the message.</source>
        <translation>Le serveur a pris le message.</translation>
    </message>
    <message>
        <source>It arrived.</source>
        <translation>Il est arrivé.</translation>
    </message>
    <message>
        <source>It is deleted again.</source>
        <translation>Il est de nouveau supprimé.</translation>
    </message>
    <message>
        <source>This needs a login to both servers.</source>
        <translation>Il faut être connecté aux deux serveurs.</translation>
    </message>
    <message>
        <source>This needs the e-mail address of the mailbox.</source>
        <translation>Il faut l&apos;adresse de la boîte.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Rien n&apos;a été envoyé.</translation>
    </message>
    <message>
        <source>The server names no limit for the size of messages.</source>
        <translation>Le serveur ne nomme pas de limite à la taille des messages.</translation>
    </message>
    <message>
        <source>Messages may have %1 bytes.</source>
        <translation>Les messages peuvent avoir %1 octets.</translation>
    </message>
    <message>
        <source>Diagnosis of mail servers</source>
        <translation>Diagnostic de serveurs de courrier</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcription</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS; where it is chosen, have logins with passwords switched on for this mailbox.</source>
        <translation>Choisissez TLS ou STARTTLS ; si c’est déjà le cas, faites activer les connexions par mot de passe pour cette boîte.</translation>
    </message>
    <message>
        <source>The redirect URI &quot;%1&quot; cannot be used: %2</source>
        <translation>L’URI de redirection « %1 » ne peut pas être utilisé : %2</translation>
    </message>
    <message>
        <source>it must have 1 to 512 characters.</source>
        <translation>il doit compter de 1 à 512 caractères.</translation>
    </message>
    <message>
        <source>it must not have a fragment (#).</source>
        <translation>il ne doit pas avoir de fragment (#).</translation>
    </message>
    <message>
        <source>it holds a character that a URI must percent-encode.</source>
        <translation>il contient un caractère qu’un URI doit encoder avec un pourcent.</translation>
    </message>
    <message>
        <source>it must look like https://host/path.</source>
        <translation>il doit ressembler à https://hote/chemin.</translation>
    </message>
    <message>
        <source>it must not hold a user name.</source>
        <translation>il ne doit pas contenir de nom d’utilisateur.</translation>
    </message>
    <message>
        <source>its host must be a lower-case DNS name, 127.0.0.1 or [::1].</source>
        <translation>son hôte doit être un nom DNS en minuscules, 127.0.0.1 ou [::1].</translation>
    </message>
    <message>
        <source>its path must not hold &quot;.&quot; or &quot;..&quot; segments.</source>
        <translation>son chemin ne doit pas contenir de segment « . » ou « .. ».</translation>
    </message>
    <message>
        <source>http is allowed for 127.0.0.1, [::1] and localhost only; use https.</source>
        <translation>http n’est permis que pour 127.0.0.1, [::1] et localhost ; utilisez https.</translation>
    </message>
    <message>
        <source>its scheme is neither https nor that of a known desktop client.</source>
        <translation>son schéma n’est ni https ni celui d’un client de bureau connu.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 has no closing quote.</source>
        <translation>%1, ligne %2 : la valeur de %3 n’a pas de guillemet fermant.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 goes on behind its closing quote.</source>
        <translation>%1, ligne %2 : la valeur de %3 continue après son guillemet fermant.</translation>
    </message>
    <message>
        <source>%1 line %2: expected NAME=value.</source>
        <translation>%1, ligne %2 : NOM=valeur est attendu.</translation>
    </message>
    <message>
        <source>%1 is not standard base64 (it has the &apos;-&apos; or &apos;_&apos; of the URL-safe form): write &apos;+&apos; and &apos;/&apos; instead, or make a new key with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 n’est pas en base64 standard (il y a le &apos;-&apos; ou le &apos;_&apos; de la forme pour URL) : écrivez &apos;+&apos; et &apos;/&apos; à la place, ou créez une nouvelle clé avec &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 is not base64 (44 characters that end in &apos;=&apos; are expected); make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 n’est pas en base64 (44 caractères finissant par &apos;=&apos; sont attendus) ; créez une clé avec &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes, but the key must have %3; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 contient %2 octets, mais la clé doit en avoir %3 ; créez-en une avec &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 is one byte repeated, which is no secret; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 est un seul octet répété, ce qui n’est pas un secret ; créez une clé avec &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS must be a list of NAME:KEY, separated by commas without spaces.</source>
        <translation>ENCRYPTION_KEYS doit être une liste de NOM:CLÉ, séparés par des virgules sans espaces.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has a key without a usable name: give each 1 to 16 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation>ENCRYPTION_KEYS contient une clé sans nom utilisable : donnez à chacune de 1 à 16 lettres, chiffres, &apos;-&apos; ou &apos;_&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS, key &apos;%1&apos;,</source>
        <translation>ENCRYPTION_KEYS, clé &apos;%1&apos;,</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY is empty, but it seals every token; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>ENCRYPTION_KEY est vide, mais c’est elle qui scelle chaque jeton ; créez-en une avec &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has more than %1 keys; drop those whose tokens have all expired.</source>
        <translation>ENCRYPTION_KEYS a plus de %1 clés ; retirez celles dont tous les jetons ont expiré.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS names the key &apos;%1&apos; twice (&apos;default&apos; is the name of ENCRYPTION_KEY); give each key its own name.</source>
        <translation>ENCRYPTION_KEYS nomme deux fois la clé &apos;%1&apos; (&apos;default&apos; est le nom de ENCRYPTION_KEY) ; donnez à chaque clé un nom à elle.</translation>
    </message>
    <message>
        <source>There are already %1 keys, and a server takes no more. First remove the last ones of ENCRYPTION_KEYS, whose tokens have expired.</source>
        <translation>Il y a déjà %1 clés, et un serveur n’en accepte pas plus. Retirez d’abord les dernières de ENCRYPTION_KEYS, dont les jetons ont expiré.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 n’est pas un fichier.</translation>
    </message>
    <message>
        <source>The file %1 belongs to another user, who knows the key and can change it. Make a copy that is yours alone: install -m 600 %1 NEW_FILE</source>
        <translation>Le fichier %1 appartient à un autre utilisateur, qui connaît la clé et peut la changer. Faites-en une copie qui n’est qu’à vous : install -m 600 %1 NEW_FILE</translation>
    </message>
    <message>
        <source>The file %1 can be used by others than its owner (mode %2), so the key in it may be known. Make it private: chmod 600 %1</source>
        <translation>Le fichier %1 peut être utilisé par d’autres que son propriétaire (mode %2), la clé qu’il contient est donc peut-être connue. Rendez-le privé : chmod 600 %1</translation>
    </message>
    <message>
        <source>The file %1 is too large for a file of keys.</source>
        <translation>Le fichier %1 est trop gros pour un fichier de clés.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Il n’y a pas de fichier %1.</translation>
    </message>
    <message>
        <source>You may not read the file %1.</source>
        <translation>Vous n’avez pas le droit de lire le fichier %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Le fichier %1 ne peut pas être lu : %2.</translation>
    </message>
    <message>
        <source>That is too much text for keys.</source>
        <translation>C’est trop de texte pour des clés.</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>The BASE_URL in %1 cannot be used. It must be the address of the server without a path, such as https://mail-mcp.example.com.</source>
        <translation>La BASE_URL dans %1 ne peut pas être utilisée. Elle doit être l’adresse du serveur sans chemin, comme https://mail-mcp.example.com.</translation>
    </message>
    <message>
        <source>The name is not valid UTF-8. Type it anew.</source>
        <translation>Le nom n’est pas en UTF-8 valide. Saisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>The redirect URIs are too long to fit into one client ID. Make a client for each program.</source>
        <translation>Les URI de redirection sont trop longs pour tenir dans un seul identifiant de client. Créez un client pour chaque programme.</translation>
    </message>
    <message>
        <source>The client could not be sealed with this key. Make or choose another one.</source>
        <translation>Le client n’a pas pu être scellé avec cette clé. Créez-en ou choisissez-en une autre.</translation>
    </message>
</context>
</TS>
