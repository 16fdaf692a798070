<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>admin::CertificateDialog</name>
    <message>
        <source>It has expired.</source>
        <translation>Il a expiré.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Il n’est pas encore valide.</translation>
    </message>
    <message>
        <source>It is for other names than the host that was connected to.</source>
        <translation>Il est fait pour d’autres noms que l’hôte auquel on s’est connecté.</translation>
    </message>
    <message>
        <source>It is signed by itself, by no authority.</source>
        <translation>Il est signé par lui-même, par aucune autorité.</translation>
    </message>
    <message>
        <source>Its authority is unknown, or the server leaves out certificates in between.</source>
        <translation>Son autorité est inconnue, ou le serveur omet des certificats intermédiaires.</translation>
    </message>
    <message>
        <source>It signed another certificate and must not.</source>
        <translation>Il a signé un autre certificat et n’en a pas le droit.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Il a été révoqué.</translation>
    </message>
    <message>
        <source>It is not to be trusted: its signature or its key is too weak.</source>
        <translation>On ne peut pas s’y fier : sa signature ou sa clé est trop faible.</translation>
    </message>
    <message>
        <source>Nothing is wrong with this certificate.</source>
        <translation>Ce certificat n’a aucun défaut.</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Sujet : %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Noms : %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Émetteur : %1</translation>
    </message>
    <message>
        <source>Valid from: %1</source>
        <translation>Valide à partir du : %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>Valide jusqu’au : %1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Clé : %1</translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation>Certificats du serveur</translation>
    </message>
    <message>
        <source>Certificates, that of the server first</source>
        <translation>Certificats, celui du serveur en premier</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>Le certificat</translation>
    </message>
    <message>
        <source>&amp;Save as PEM…</source>
        <translation>&amp;Enregistrer en PEM…</translation>
    </message>
    <message>
        <source>Save the certificates</source>
        <translation>Enregistrer les certificats</translation>
    </message>
</context>
<context>
    <name>admin::ClientPage</name>
    <message>
        <source>A client is the program that reads mail on behalf of people: Claude, ChatGPT, an editor. Mark those that may use it, and the most that people may allow them.

“Generate” makes a client_id and a client_secret. Nobody keeps them: the server opens the client_id with its key. Copy both now; the secret cannot be shown again.

The mail servers of the first page become part of the client. Whoever logs in through it reaches these servers and no others.</source>
        <translation>Un client est le programme qui lit le courrier pour quelqu’un : Claude, ChatGPT, un éditeur. Cochez ceux qui peuvent s’en servir, et le plus que l’on puisse leur permettre.

« Créer » fait un client_id et un client_secret. Personne ne les conserve : le serveur ouvre le client_id avec sa clé. Copiez les deux maintenant ; le secret ne peut pas être montré une seconde fois.

Les serveurs de courrier de la première page font partie du client. Qui se connecte par lui atteint ces serveurs et aucun autre.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Choose who may connect and what for. The result is shown once and kept nowhere.</source>
        <translation>Choisissez qui peut se connecter et pour quoi. Le résultat est montré une fois et n’est conservé nulle part.</translation>
    </message>
    <message>
        <source>Programs that may use it</source>
        <translation>Programmes qui peuvent s’en servir</translation>
    </message>
    <message>
        <source>&amp;Other redirect URIs, one a line:</source>
        <translation>Autres &amp;URI de redirection, une par ligne :</translation>
    </message>
    <message>
        <source>The most that people may allow</source>
        <translation>Le plus que l’on puisse permettre</translation>
    </message>
    <message>
        <source>Ask the person before anything is sent or deleted</source>
        <translation>Demander à la personne avant tout envoi ou toute suppression</translation>
    </message>
    <message>
        <source>Name and validity</source>
        <translation>Nom et validité</translation>
    </message>
    <message>
        <source>&amp;Name on the login page:</source>
        <translation>&amp;Nom sur la page de connexion :</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>peut rester vide</translation>
    </message>
    <message>
        <source>&amp;Expires after:</source>
        <translation>&amp;Expire après :</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source> days</source>
        <translation> jours</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>&amp;Adresse du serveur :</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>Clé du serveur</translation>
    </message>
    <message>
        <source>Choose the &amp;key…</source>
        <translation>Choisir la &amp;clé…</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>C&amp;réer</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends. It is written nowhere.</source>
        <translation>La clé « %1 » reste en mémoire jusqu’à la fin du programme. Elle n’est écrite nulle part.</translation>
    </message>
    <message>
        <source>No key yet. It is the ENCRYPTION_KEY of the server; without it nothing can be made that the server accepts.</source>
        <translation>Pas encore de clé. C’est l’ENCRYPTION_KEY du serveur ; sans elle, rien de ce qui est fait ne serait accepté par le serveur.</translation>
    </message>
    <message>
        <source>First choose the key of the server.</source>
        <translation>Choisissez d’abord la clé du serveur.</translation>
    </message>
    <message>
        <source>Mark a program, or type a redirect URI.</source>
        <translation>Cochez un programme ou saisissez une URI de redirection.</translation>
    </message>
    <message>
        <source>Done. Copy both values now: the secret cannot be shown again.</source>
        <translation>C’est fait. Copiez les deux valeurs maintenant : le secret ne peut pas être montré une seconde fois.</translation>
    </message>
    <message>
        <source>The secret is forgotten.</source>
        <translation>Le secret est oublié.</translation>
    </message>
</context>
<context>
    <name>admin::ClientResult</name>
    <message>
        <source>The new client</source>
        <translation>Le nouveau client</translation>
    </message>
    <message>
        <source>client_&amp;id:</source>
        <translation>client_&amp;id :</translation>
    </message>
    <message>
        <source>client_&amp;secret:</source>
        <translation>client_&amp;secret :</translation>
    </message>
    <message>
        <source>How to &amp;connect:</source>
        <translation>&amp;Comment se connecter :</translation>
    </message>
    <message>
        <source>Program to be connected</source>
        <translation>Programme à connecter</translation>
    </message>
    <message>
        <source>Put the secret &amp;into the text</source>
        <translation>&amp;Mettre le secret dans le texte</translation>
    </message>
    <message>
        <source>How to connect the program</source>
        <translation>Comment connecter le programme</translation>
    </message>
    <message>
        <source>Copy &amp;this text</source>
        <translation>Copier ce &amp;texte</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>Copié. Le presse-papiers sera vidé dans une minute.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>I have both: fo&amp;rget the secret</source>
        <translation>J’ai les deux : &amp;oublier le secret</translation>
    </message>
</context>
<context>
    <name>admin::ConnectPage</name>
    <message>
        <source>Type an e-mail address, or the host of a mail server, and press “Find”. Below each server stands who named it; everything can be changed.

“Test” looks at both servers at the same time, with exactly what stands on this page: name service, connection, encryption and certificates, what the servers can do, and, when user name and password are there, the login and the folders. Nothing in the mailbox is changed unless you ask for a test message.

Choose a step to see why it failed and what to do. Escape cancels. The password is kept nowhere.</source>
        <translation>Saisissez une adresse électronique ou l’hôte d’un serveur de courrier et pressez « Trouver ». Sous chaque serveur figure qui l’a nommé ; tout peut être changé.

« Tester » examine les deux serveurs en même temps, avec exactement ce qui figure sur cette page : service de noms, connexion, chiffrement et certificats, ce que savent faire les serveurs et, si le nom d’utilisateur et le mot de passe sont là, la connexion au compte et les dossiers. Rien n’est changé dans la boîte, à moins que vous ne demandiez un message d’essai.

Choisissez une étape pour voir pourquoi elle a échoué et que faire. Échap annule. Le mot de passe n’est conservé nulle part.</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Serveurs de courrier</translation>
    </message>
    <message>
        <source>Find the servers of a mailbox and see whether everything works, step by step.</source>
        <translation>Trouver les serveurs d’une boîte et voir, étape par étape, si tout marche.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>E-mail address or &amp;server:</source>
        <translation>Adresse électronique ou &amp;serveur :</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Trouver</translation>
    </message>
    <message>
        <source>Also ask &amp;Thunderbird&apos;s database, which then learns the domain</source>
        <translation>Interroger aussi la base de T&amp;hunderbird, qui apprend alors le domaine</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>Nom d’&amp;utilisateur :</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>&amp;Mot de passe :</translation>
    </message>
    <message>
        <source>without it, the test ends before the login</source>
        <translation>sans lui, le test s’arrête avant la connexion</translation>
    </message>
    <message>
        <source>Send a test &amp;message to this address, find it, and delete it</source>
        <translation>En&amp;voyer un message d’essai à cette adresse, le trouver et le supprimer</translation>
    </message>
    <message>
        <source>&amp;Record the conversation with the servers, without secrets</source>
        <translation>Enre&amp;gistrer la conversation avec les serveurs, sans secrets</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>T&amp;ester</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>Recherche… %1</translation>
    </message>
    <message>
        <source>It answered just now.</source>
        <translation>Il vient de répondre.</translation>
    </message>
    <message>
        <source>Nobody names mail servers for this address. Type them in below; the mail provider&apos;s help pages have them.</source>
        <translation>Personne ne nomme de serveurs pour cette adresse. Saisissez-les ci-dessous ; les pages d’aide du fournisseur les indiquent.</translation>
    </message>
    <message>
        <source>Only one of the two servers was found. Type in the other one.</source>
        <translation>Un seul des deux serveurs a été trouvé. Saisissez l’autre.</translation>
    </message>
    <message>
        <source>The mail servers were found.</source>
        <translation>Les serveurs de courrier ont été trouvés.</translation>
    </message>
    <message>
        <source>The mail servers of %1 were found.</source>
        <translation>Les serveurs de courrier de %1 ont été trouvés.</translation>
    </message>
    <message>
        <source>The name service, which anybody may have changed, names %1. Use it only if you know this host.</source>
        <translation>Le service de noms, que n’importe qui a pu altérer, nomme %1. Ne l’utilisez que si vous connaissez cet hôte.</translation>
    </message>
    <message>
        <source>First type a host, or press “Find”.</source>
        <translation>Saisissez d’abord un hôte ou pressez « Trouver ».</translation>
    </message>
    <message>
        <source>A test message needs an e-mail address above, both servers, user name and password.</source>
        <translation>Un message d’essai demande une adresse électronique ci-dessus, les deux serveurs, le nom d’utilisateur et le mot de passe.</translation>
    </message>
</context>
<context>
    <name>admin::CopyField</name>
    <message numerus="yes">
        <source>Clear now (%n s)</source>
        <translation>
            <numerusform>Vider maintenant (%n s)</numerusform>
            <numerusform>Vider maintenant (%n s)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Vider le presse-papiers</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copier : %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>Copié. Le presse-papiers sera vidé dans une minute.</translation>
    </message>
</context>
<context>
    <name>admin::DiagnosisView</name>
    <message>
        <source>in progress</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omis</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Étapes du test</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>Détails de l’étape</translation>
    </message>
    <message>
        <source>Cer&amp;tificates…</source>
        <translation>Cer&amp;tificats…</translation>
    </message>
    <message>
        <source>Con&amp;versation…</source>
        <translation>Con&amp;versation…</translation>
    </message>
    <message>
        <source>C&amp;opy the report</source>
        <translation>C&amp;opier le rapport</translation>
    </message>
    <message>
        <source>&amp;Save the report…</source>
        <translation>Enregi&amp;strer le rapport…</translation>
    </message>
    <message>
        <source>Choose a step to see what it found out.</source>
        <translation>Choisissez une étape pour voir ce qu’elle a trouvé.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Pourquoi : %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Que faire : %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Le serveur dit : %1</translation>
    </message>
    <message>
        <source>The conversation with the servers, without secrets</source>
        <translation>La conversation avec les serveurs, sans secrets</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Le rapport est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>Web page (*.html);;Text (*.txt);;JSON (*.json)</source>
        <translation>Page web (*.html);;Texte (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is in %1. Names of people are shortened in it.</source>
        <translation>Le rapport est dans %1. Les noms de personnes y sont abrégés.</translation>
    </message>
</context>
<context>
    <name>admin::Files</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1 : %2</translation>
    </message>
</context>
<context>
    <name>admin::KeyCard</name>
    <message>
        <source>Key of the server</source>
        <translation>Clé du serveur</translation>
    </message>
    <message>
        <source>&amp;The key is</source>
        <translation>&amp;La clé est</translation>
    </message>
    <message>
        <source>typed each time</source>
        <translation>saisie à chaque fois</translation>
    </message>
    <message>
        <source>in the settings file of the server</source>
        <translation>dans le fichier de réglages du serveur</translation>
    </message>
    <message>
        <source>in a file of its own</source>
        <translation>dans un fichier à elle</translation>
    </message>
    <message>
        <source>in the keychain of this desktop</source>
        <translation>dans le trousseau de ce bureau</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>Où est la clé</translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation>&amp;Fichier :</translation>
    </message>
    <message>
        <source>File with the key</source>
        <translation>Fichier de la clé</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation>&amp;Utiliser cette clé</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain</source>
        <translation>La garder dans le &amp;trousseau</translation>
    </message>
    <message>
        <source>&amp;Make a new key…</source>
        <translation>&amp;Faire une nouvelle clé…</translation>
    </message>
    <message>
        <source>R&amp;otate the key…</source>
        <translation>&amp;Changer de clé…</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends.</source>
        <translation>La clé « %1 » reste en mémoire jusqu’à la fin du programme.</translation>
    </message>
    <message>
        <source>There is no key in memory.</source>
        <translation>Il n’y a pas de clé en mémoire.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY or ENCRYPTION_KEYS:</source>
        <translation>ENCRYPTION_KEY ou ENCRYPTION_KEYS :</translation>
    </message>
    <message>
        <source>The key is ready.</source>
        <translation>La clé est prête.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has the key now.</source>
        <translation>Le trousseau de ce bureau a maintenant la clé.</translation>
    </message>
    <message>
        <source>First save the profile: the key is kept under its name.</source>
        <translation>Enregistrez d’abord le profil : la clé est gardée sous son nom.</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Une nouvelle clé</translation>
    </message>
    <message>
        <source>Put it into the settings of a new server as ENCRYPTION_KEY, and into a safe: whoever has it can open every token of the server, and without it all clients have to be made anew.

A server that has clients already needs “Rotate the key” instead.

This program uses the new key from now on, until it ends.</source>
        <translation>Mettez-la dans les réglages d’un nouveau serveur comme ENCRYPTION_KEY, et dans un coffre : qui l’a peut ouvrir tous les jetons du serveur, et sans elle tous les clients sont à refaire.

Un serveur qui a déjà des clients demande plutôt « Changer de clé ».

Ce programme utilise la nouvelle clé dès maintenant, jusqu’à sa fin.</translation>
    </message>
    <message>
        <source>Rotate the key</source>
        <translation>Changer de clé</translation>
    </message>
    <message>
        <source>Does the server have the new keys? Then new clients are made with them from now on.</source>
        <translation>Le serveur a-t-il les nouvelles clés ? Alors les nouveaux clients seront faits avec elles dès maintenant.</translation>
    </message>
    <message>
        <source>Use the new keys</source>
        <translation>Utiliser les nouvelles clés</translation>
    </message>
</context>
<context>
    <name>admin::Keychain</name>
    <message>
        <source>The keychain of this desktop cannot be used. Unlock it, or choose another place for the key.</source>
        <translation>Le trousseau de ce bureau ne peut pas être utilisé. Déverrouillez-le ou choisissez un autre endroit pour la clé.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has no key for this profile.</source>
        <translation>Le trousseau de ce bureau n’a pas de clé pour ce profil.</translation>
    </message>
</context>
<context>
    <name>admin::KeysPage</name>
    <message>
        <source>A profile keeps what you typed about one mail service and its clients. Passwords, secrets and keys are never in it, so it can be exported and handed on.

The key is the ENCRYPTION_KEY of the server. It can be read from the server&apos;s settings file or a file of its own, which nobody else may be able to read; it can be kept in the keychain of this desktop, or be typed each time.

To change the key of a running server, use “Rotate the key”: it says step by step what to do, and clients that exist go on working.</source>
        <translation>Un profil conserve ce que vous avez saisi sur un service de courrier et ses clients. Les mots de passe, secrets et clés n’y sont jamais, on peut donc l’exporter et le transmettre.

La clé est l’ENCRYPTION_KEY du serveur. Elle peut être lue dans le fichier de réglages du serveur ou dans un fichier à elle, que personne d’autre ne doit pouvoir lire ; elle peut être gardée dans le trousseau de ce bureau, ou saisie à chaque fois.

Pour changer la clé d’un serveur en marche, utilisez « Changer de clé » : cela dit étape par étape que faire, et les clients existants continuent.</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>Profils et clés</translation>
    </message>
    <message>
        <source>Keep what you typed for the next time, and say where the key of the server is.</source>
        <translation>Gardez ce que vous avez saisi pour la prochaine fois, et dites où est la clé du serveur.</translation>
    </message>
</context>
<context>
    <name>admin::MainWindow</name>
    <message>
        <source>Mail servers</source>
        <translation>Serveurs de courrier</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>Profils et clés</translation>
    </message>
    <message>
        <source>Running server</source>
        <translation>Serveur en marche</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vue</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apparence</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Comme le &amp;bureau</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claire</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>&amp;Save the profile</source>
        <translation>Enre&amp;gistrer le profil</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Aide sur cette page</translation>
    </message>
    <message>
        <source>&amp;About Mail MCP</source>
        <translation>À &amp;propos de Mail MCP</translation>
    </message>
    <message>
        <source>Mail MCP administration</source>
        <translation>Administration de Mail MCP</translation>
    </message>
    <message>
        <source>%1 – Mail MCP administration</source>
        <translation>%1 – Administration de Mail MCP</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Mail MCP %1

Mail for AI assistants: finds and tests mail servers, and makes the clients of a Mail MCP server.

Free software under the GNU General Public License, version 3 or later. Without any warranty.

Qt %2</source>
        <translation>Mail MCP %1

Le courrier pour les assistants d’IA : trouve et teste les serveurs de courrier, et fait les clients d’un serveur Mail MCP.

Logiciel libre sous la GNU General Public License, version 3 ou ultérieure. Sans aucune garantie.

Qt %2</translation>
    </message>
    <message>
        <source>About Mail MCP</source>
        <translation>À propos de Mail MCP</translation>
    </message>
</context>
<context>
    <name>admin::ProfileCard</name>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profils (*.json)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Enregistrer le profil</translation>
    </message>
    <message>
        <source>Name of the profile:</source>
        <translation>Nom du profil :</translation>
    </message>
    <message>
        <source>The profile “%1” is saved.</source>
        <translation>Le profil « %1 » est enregistré.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Enregi&amp;strer</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;upliquer</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>Suppri&amp;mer</translation>
    </message>
    <message>
        <source>Un&amp;do deletion</source>
        <translation>Ann&amp;uler la suppression</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>The profile “%1” is open.</source>
        <translation>Le profil « %1 » est ouvert.</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>Renommer le profil</translation>
    </message>
    <message>
        <source>The profile “%1” is deleted. “Undo deletion” brings it back.</source>
        <translation>Le profil « %1 » est supprimé. « Annuler la suppression » le fait revenir.</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>Importer des profils</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles are imported.</source>
        <translation>
            <numerusform>%n profil est importé.</numerusform>
            <numerusform>%n profils sont importés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation>Exporter les profils</translation>
    </message>
    <message>
        <source>All profiles are in %1. There are no secrets in it.</source>
        <translation>Tous les profils sont dans %1. Il n’y a pas de secrets dedans.</translation>
    </message>
</context>
<context>
    <name>admin::ProfileStore</name>
    <message>
        <source>%1 holds no profiles that can be read. It stays as it is; move it away to begin anew.</source>
        <translation>%1 ne contient pas de profils lisibles. Le fichier reste tel quel ; déplacez-le pour recommencer.</translation>
    </message>
    <message>
        <source>There is no such profile any more.</source>
        <translation>Ce profil n’existe plus.</translation>
    </message>
    <message>
        <source>%1 holds no profiles of this program.</source>
        <translation>%1 ne contient pas de profils de ce programme.</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Nouveau profil</translation>
    </message>
</context>
<context>
    <name>admin::SecretDialog</name>
    <message>
        <source>What to do</source>
        <translation>Que faire</translation>
    </message>
</context>
<context>
    <name>admin::ServerCheck</name>
    <message>
        <source>The server does not answer: %1 Is it running, and does the proxy pass requests on to it?</source>
        <translation>Le serveur ne répond pas : %1 Est-il en marche, et le proxy lui transmet-il les requêtes ?</translation>
    </message>
    <message>
        <source>The answer has the status %1 instead of %2. Does the proxy pass this path on?</source>
        <translation>La réponse a le statut %1 au lieu de %2. Le proxy transmet-il ce chemin ?</translation>
    </message>
    <message>
        <source>It runs</source>
        <translation>Il est en marche</translation>
    </message>
    <message>
        <source>Something answers there, but it is not Mail MCP.</source>
        <translation>Quelque chose y répond, mais ce n’est pas Mail MCP.</translation>
    </message>
    <message>
        <source>/health says ok.</source>
        <translation>/health dit ok.</translation>
    </message>
    <message>
        <source>The document has no “%1”. Does something else answer on this path?</source>
        <translation>Le document n’a pas de « %1 ». Autre chose répond-il sur ce chemin ?</translation>
    </message>
    <message>
        <source>The server takes itself for %1 instead of %2. Set BASE_URL to the address that clients use.</source>
        <translation>Le serveur se prend pour %1 au lieu de %2. Donnez à BASE_URL l’adresse que les clients utilisent.</translation>
    </message>
    <message>
        <source>It asks strangers to log in</source>
        <translation>Il demande aux inconnus de se connecter</translation>
    </message>
    <message>
        <source>The header WWW-Authenticate does not lead to the metadata of this server. Does the proxy remove or change it?</source>
        <translation>L’en-tête WWW-Authenticate ne mène pas aux métadonnées de ce serveur. Le proxy l’enlève-t-il ou le change-t-il ?</translation>
    </message>
    <message>
        <source>401, and the way to the login is in the answer.</source>
        <translation>401, et le chemin de la connexion est dans la réponse.</translation>
    </message>
    <message>
        <source>Its clock is right</source>
        <translation>Son horloge est juste</translation>
    </message>
    <message>
        <source>The answer has no date.</source>
        <translation>La réponse n’a pas de date.</translation>
    </message>
    <message>
        <source>It differs from this computer&apos;s by %1 s.</source>
        <translation>Elle diffère de celle de cet ordinateur de %1 s.</translation>
    </message>
    <message>
        <source>It describes its mailbox service</source>
        <translation>Il décrit son service de boîtes</translation>
    </message>
    <message>
        <source>It describes its login</source>
        <translation>Il décrit sa connexion</translation>
    </message>
</context>
<context>
    <name>admin::ServerForm</name>
    <message>
        <source>Reading mail (IMAP)</source>
        <translation>Lire le courrier (IMAP)</translation>
    </message>
    <message>
        <source>Sending mail (SMTP)</source>
        <translation>Envoyer le courrier (SMTP)</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <comment>IMAP</comment>
        <translation>&amp;Hôte :</translation>
    </message>
    <message>
        <source>H&amp;ost:</source>
        <comment>SMTP</comment>
        <translation>H&amp;ôte :</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <comment>IMAP</comment>
        <translation>&amp;Port :</translation>
    </message>
    <message>
        <source>Po&amp;rt:</source>
        <comment>SMTP</comment>
        <translation>Po&amp;rt :</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <comment>IMAP</comment>
        <translation>&amp;Chiffrement :</translation>
    </message>
    <message>
        <source>En&amp;cryption:</source>
        <comment>SMTP</comment>
        <translation>Ch&amp;iffrement :</translation>
    </message>
    <message>
        <source>IMAP host</source>
        <translation>Hôte IMAP</translation>
    </message>
    <message>
        <source>SMTP host</source>
        <translation>Hôte SMTP</translation>
    </message>
    <message>
        <source>IMAP port</source>
        <translation>Port IMAP</translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation>Port SMTP</translation>
    </message>
    <message>
        <source>IMAP encryption</source>
        <translation>Chiffrement IMAP</translation>
    </message>
    <message>
        <source>SMTP encryption</source>
        <translation>Chiffrement SMTP</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS dès le premier octet</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS, exigé</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>Trouvés :</translation>
    </message>
    <message>
        <source>IMAP servers that were found</source>
        <translation>Serveurs IMAP trouvés</translation>
    </message>
    <message>
        <source>SMTP servers that were found</source>
        <translation>Serveurs SMTP trouvés</translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message>
        <source>Open connections</source>
        <translation>Connexions ouvertes</translation>
    </message>
    <message>
        <source>IMAP sessions in use</source>
        <translation>Sessions IMAP utilisées</translation>
    </message>
    <message>
        <source>IMAP sessions kept warm</source>
        <translation>Sessions IMAP gardées prêtes</translation>
    </message>
    <message>
        <source>Calls that wait</source>
        <translation>Appels en attente</translation>
    </message>
    <message>
        <source>IMAP sessions opened</source>
        <translation>Sessions IMAP ouvertes</translation>
    </message>
    <message>
        <source>IMAP sessions used again</source>
        <translation>Sessions IMAP réutilisées</translation>
    </message>
    <message>
        <source>Clients that listen</source>
        <translation>Clients à l’écoute</translation>
    </message>
    <message>
        <source>Strangers turned away</source>
        <translation>Inconnus refusés</translation>
    </message>
    <message>
        <source>Calls turned away</source>
        <translation>Appels refusés</translation>
    </message>
    <message>
        <source>“Check my server” looks at a running Mail MCP server from outside, as a client does: whether it runs, knows its own address, asks strangers to log in, and has the right time.

“Watch” shows its metrics every two seconds. /metrics answers only where the server&apos;s settings allow it, which is on the server&apos;s own computer as a rule.</source>
        <translation>« Vérifier mon serveur » examine de l’extérieur un serveur Mail MCP en marche, comme le fait un client : s’il marche, connaît sa propre adresse, demande aux inconnus de se connecter, et est à l’heure.

« Observer » montre ses mesures toutes les deux secondes. /metrics ne répond que là où les réglages du serveur le permettent, en règle générale sur son propre ordinateur.</translation>
    </message>
    <message>
        <source>Running server</source>
        <translation>Serveur en marche</translation>
    </message>
    <message>
        <source>See whether a server is set up right, and what it is doing. Nothing is changed.</source>
        <translation>Voir si un serveur est bien configuré et ce qu’il fait. Rien n’est changé.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>&amp;Adresse du serveur :</translation>
    </message>
    <message>
        <source>&amp;Check my server</source>
        <translation>&amp;Vérifier mon serveur</translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation>&amp;Ne plus observer</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Observer</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Ce qui a été vu</translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation>Résultats de la vérification</translation>
    </message>
    <message>
        <source>The last two minutes</source>
        <translation>Les deux dernières minutes</translation>
    </message>
    <message>
        <source>That is no address of a server. It begins with https://, and nothing but a path may follow the host.</source>
        <translation>Ce n’est pas l’adresse d’un serveur. Elle commence par https://, et seul un chemin peut suivre l’hôte.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>The server is set up right.</source>
        <translation>Le serveur est bien configuré.</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not right. See below.</source>
        <translation>
            <numerusform>%n chose ne va pas. Voir ci-dessous.</numerusform>
            <numerusform>%n choses ne vont pas. Voir ci-dessous.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not answer: %1</source>
        <translation>Le serveur ne répond pas : %1</translation>
    </message>
    <message>
        <source>The server does not show its metrics here (status %1). Look at them on its own computer, or allow this one in its setting METRICS_FROM.</source>
        <translation>Le serveur ne montre pas ses mesures ici (statut %1). Regardez-les sur son propre ordinateur, ou autorisez celui-ci dans son réglage METRICS_FROM.</translation>
    </message>
</context>
<context>
    <name>admin::TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
</context>
</TS>
