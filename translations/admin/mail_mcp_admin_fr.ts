<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>admin::AuditEntry</name>
    <message>
        <source>Login</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Login refused: wrong password</source>
        <translation>Connexion refusée : mot de passe erroné</translation>
    </message>
    <message>
        <source>Login refused: too many attempts</source>
        <translation>Connexion refusée : trop de tentatives</translation>
    </message>
    <message>
        <source>Access granted</source>
        <translation>Accès accordé</translation>
    </message>
    <message>
        <source>A code was used twice: it leaked</source>
        <translation>Un code a servi deux fois : il a fuité</translation>
    </message>
    <message>
        <source>Access renewed</source>
        <translation>Accès renouvelé</translation>
    </message>
    <message>
        <source>An old token was used again: it leaked</source>
        <translation>Un ancien jeton a resservi : il a fuité</translation>
    </message>
    <message>
        <source>Login ended by its client</source>
        <translation>Connexion terminée par son client</translation>
    </message>
    <message>
        <source>Login ended: the mail server refuses it</source>
        <translation>Connexion terminée : le serveur de messagerie la refuse</translation>
    </message>
    <message>
        <source>Every login ended by the administrator</source>
        <translation>Toutes les connexions terminées par l’administrateur</translation>
    </message>
    <message>
        <source>Call refused: it needs another permission</source>
        <translation>Appel refusé : il lui faut une autre autorisation</translation>
    </message>
    <message>
        <source>Client refused</source>
        <translation>Client refusé</translation>
    </message>
    <message>
        <source>Client revoked by the administrator</source>
        <translation>Client révoqué par l’administrateur</translation>
    </message>
    <message>
        <source>Client allowed again by the administrator</source>
        <translation>Client de nouveau autorisé par l’administrateur</translation>
    </message>
    <message>
        <source>Client registered itself</source>
        <translation>Le client s’est enregistré lui-même</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>Courriel envoyé</translation>
    </message>
    <message>
        <source>Mail deleted</source>
        <translation>Courriel supprimé</translation>
    </message>
    <message>
        <source>Mail moved</source>
        <translation>Courriel déplacé</translation>
    </message>
    <message>
        <source>Attachment downloaded</source>
        <translation>Pièce jointe téléchargée</translation>
    </message>
    <message>
        <source>Attachment downloaded from S3</source>
        <translation>Pièce jointe téléchargée depuis S3</translation>
    </message>
    <message>
        <source>Download broken off</source>
        <translation>Téléchargement interrompu</translation>
    </message>
    <message>
        <source>File uploaded</source>
        <translation>Fichier envoyé au serveur</translation>
    </message>
    <message>
        <source>Upload refused</source>
        <translation>Envoi de fichier refusé</translation>
    </message>
    <message>
        <source>Link refused: its access has ended</source>
        <translation>Lien refusé : son accès est terminé</translation>
    </message>
</context>
<context>
    <name>admin::AuditView</name>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Who got in, who was kept out and what was sent is shown here while a server is watched through its socket.</source>
        <translation>Qui est entré, qui a été refusé et ce qui a été envoyé s’affiche ici tant qu’un serveur est observé par son socket.</translation>
    </message>
    <message>
        <source>No entry is like that.</source>
        <translation>Aucune entrée ne correspond.</translation>
    </message>
    <message>
        <source>Search in the last entries</source>
        <translation>Chercher dans les dernières entrées</translation>
    </message>
    <message>
        <source>&amp;Only refusals and revocations</source>
        <translation>Seulement les &amp;refus et révocations</translation>
    </message>
    <message>
        <source>All of the entry</source>
        <translation>L’entrée entière</translation>
    </message>
</context>
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
    <name>admin::CheckResults</name>
    <message>
        <source>right</source>
        <translation>correct</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>douteux</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>incorrect</translation>
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
</context>
<context>
    <name>admin::ClientList</name>
    <message>
        <source>Clients that people have logged in through</source>
        <translation>Clients par lesquels on s’est connecté</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Vu d’abord</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Nobody has logged in yet.</source>
        <translation>Personne ne s’est encore connecté.</translation>
    </message>
    <message>
        <source>They are shown, and can be revoked, while a server is watched through its socket.</source>
        <translation>Ils s’affichent, et peuvent être révoqués, tant qu’un serveur est observé par son socket.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>Révo&amp;quer</translation>
    </message>
    <message>
        <source>Allow a&amp;gain</source>
        <translation>Autori&amp;ser de nouveau</translation>
    </message>
    <message>
        <source>&amp;End every login…</source>
        <translation>&amp;Terminer toutes les connexions…</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoqué</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>“%1” is revoked: neither it nor its logins get in any more. “Allow again” takes that back.</source>
        <translation>« %1 » est révoqué : ni lui ni ses connexions n’entrent plus. « Autoriser de nouveau » annule cela.</translation>
    </message>
    <message>
        <source>“%1” is allowed again.</source>
        <translation>« %1 » est de nouveau autorisé.</translation>
    </message>
    <message>
        <source>Every login has ended. Everybody has to log in again.</source>
        <translation>Toutes les connexions sont terminées. Chacun doit se reconnecter.</translation>
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
        <translation>Adresse &amp;du serveur :</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>Clé du serveur</translation>
    </message>
    <message>
        <source>Choose the &amp;key…</source>
        <translation>Choisir &amp;la clé…</translation>
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
    <message>
        <source>Other &amp;redirect URIs, one a line:</source>
        <translation>Autres &amp;URI de redirection, une par ligne :</translation>
    </message>
</context>
<context>
    <name>admin::ClientResult</name>
    <message>
        <source>The new client</source>
        <translation>Le nouveau client</translation>
    </message>
    <message>
        <source>client_&amp;secret:</source>
        <translation>client_&amp;secret :</translation>
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
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>Copié. Le presse-papiers sera vidé dans une minute.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>&amp;client_id:</source>
        <translation>client_&amp;id :</translation>
    </message>
    <message>
        <source>How &amp;to connect:</source>
        <translation>&amp;Comment se connecter :</translation>
    </message>
    <message>
        <source>C&amp;opy this text</source>
        <translation>Copier ce &amp;texte</translation>
    </message>
    <message>
        <source>I have &amp;both: forget the secret</source>
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
        <source>Log in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Nom d’utilisateur :</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Mot &amp;de passe :</translation>
    </message>
    <message>
        <source>without it, the test ends before the login</source>
        <translation>sans lui, le test s’arrête avant la connexion</translation>
    </message>
    <message>
        <source>&amp;Record the conversation with the servers, without secrets</source>
        <translation>Enreg&amp;istrer la conversation avec les serveurs, sans secrets</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>Te&amp;ster</translation>
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
    <message>
        <source>E-&amp;mail address or server:</source>
        <translation>Adresse électroni&amp;que ou serveur :</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>Tro&amp;uver</translation>
    </message>
    <message>
        <source>Also as&amp;k Thunderbird&apos;s database, which then learns the domain</source>
        <translation>Interroger aussi la &amp;base de Thunderbird, qui apprend alors le domaine</translation>
    </message>
    <message>
        <source>Send a test messa&amp;ge to this address, find it, and delete it</source>
        <translation>Envo&amp;yer un message d’essai à cette adresse, le trouver et le supprimer</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Annu&amp;ler</translation>
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
    <message>
        <source>Cert&amp;ificates…</source>
        <translation>Cer&amp;tificats…</translation>
    </message>
    <message>
        <source>Conversation…</source>
        <translation>Conversation…</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>C&amp;opier le rapport</translation>
    </message>
    <message>
        <source>S&amp;ave the report…</source>
        <translation>Enre&amp;gistrer le rapport…</translation>
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
        <source>File with the key</source>
        <translation>Fichier de la clé</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain</source>
        <translation>&amp;La garder dans le trousseau</translation>
    </message>
    <message>
        <source>&amp;Make a new key…</source>
        <translation>Faire une &amp;nouvelle clé…</translation>
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
    <message>
        <source>The &amp;key is</source>
        <translation>La clé &amp;est</translation>
    </message>
    <message>
        <source>Fil&amp;e:</source>
        <translation>Fic&amp;hier :</translation>
    </message>
    <message>
        <source>U&amp;se this key</source>
        <translation>U&amp;tiliser cette clé</translation>
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
    <name>admin::LinkFailure</name>
    <message>
        <source>The server is gone: nobody answers at %1 any more. It is looked for every two seconds; if it does not come back, read its log (journalctl -u mail-mcp).</source>
        <translation>Le serveur a disparu : plus personne ne répond à %1. On le cherche toutes les deux secondes ; s’il ne revient pas, lisez son journal (journalctl -u mail-mcp).</translation>
    </message>
    <message>
        <source>Nobody answers at %1. The server has ended and left its socket behind, or eight programs use it already. Start the server, or close one of them.</source>
        <translation>Personne ne répond à %1. Le serveur s’est arrêté en laissant son socket, ou huit programmes l’utilisent déjà. Démarrez le serveur, ou fermez l’un d’eux.</translation>
    </message>
    <message>
        <source>There is no socket at %1. Is the server running on this computer, and is this the path in its setting ADMIN_SOCKET? Without that setting it has none.</source>
        <translation>Il n’y a pas de socket à %1. Le serveur tourne-t-il sur cet ordinateur, et est-ce le chemin de son réglage ADMIN_SOCKET ? Sans ce réglage il n’en a pas.</translation>
    </message>
    <message>
        <source>You may not use the socket %1. It is for root, the server&apos;s own user and, with ADMIN_SOCKET_FOR=group, for its group: join that with “sudo usermod -aG mail-mcp %2”, log out of the desktop, and log in again.</source>
        <translation>Vous ne pouvez pas utiliser le socket %1. Il est pour root, l’utilisateur du serveur et, avec ADMIN_SOCKET_FOR=group, pour son groupe : rejoignez-le avec « sudo usermod -aG mail-mcp %2 », fermez la session du bureau et rouvrez-la.</translation>
    </message>
    <message>
        <source>The server did not answer within five seconds. It may be overloaded or stuck: read its log, and restart it if need be.</source>
        <translation>Le serveur n’a pas répondu en cinq secondes. Il est peut-être surchargé ou bloqué : lisez son journal, et redémarrez-le au besoin.</translation>
    </message>
    <message>
        <source>What answers there is no Mail MCP server, or one of another version than this program. Is this really its ADMIN_SOCKET?</source>
        <translation>Ce qui répond là n’est pas un serveur Mail MCP, ou est d’une autre version que ce programme. Est-ce vraiment son ADMIN_SOCKET ?</translation>
    </message>
    <message>
        <source>There are more clients than can be shown here. “mail_mcp clients list” shows all of them.</source>
        <translation>Il y a plus de clients qu’on ne peut en montrer ici. « mail_mcp clients list » les montre tous.</translation>
    </message>
    <message>
        <source>The server cannot read its list of clients: something is wrong with its state store (STATE_URL). Its state above says what.</source>
        <translation>Le serveur ne peut pas lire sa liste de clients : quelque chose ne va pas avec son stockage d’état (STATE_URL). Son état ci-dessus dit quoi.</translation>
    </message>
    <message>
        <source>The audit log of this server is not in a file. Set its AUDIT_LOG to the path of one, and restart it, to see it here.</source>
        <translation>Le journal d’audit de ce serveur n’est pas dans un fichier. Donnez à AUDIT_LOG le chemin d’un fichier, et redémarrez-le, pour le voir ici.</translation>
    </message>
    <message>
        <source>The last entries of the audit log are too long to be shown here. Read the file itself.</source>
        <translation>Les dernières entrées du journal d’audit sont trop longues pour être montrées ici. Lisez le fichier lui-même.</translation>
    </message>
    <message>
        <source>The server cannot read its audit log: the file is gone, or its user may not read it. Look at the file in its setting AUDIT_LOG.</source>
        <translation>Le serveur ne peut pas lire son journal d’audit : le fichier a disparu, ou son utilisateur ne peut pas le lire. Regardez le fichier de son réglage AUDIT_LOG.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not know this client any more. Nobody is logged in through it.</source>
        <translation>Rien n’a changé : le serveur ne connaît plus ce client. Personne n’est connecté par lui.</translation>
    </message>
    <message>
        <source>Nothing was changed: you may not use the socket of the server any more. Ask whoever administers this computer.</source>
        <translation>Rien n’a changé : vous ne pouvez plus utiliser le socket du serveur. Demandez à qui administre cet ordinateur.</translation>
    </message>
    <message>
        <source>It is not known whether anything was changed: the server did not answer within five seconds. The list shows it when it does.</source>
        <translation>On ne sait pas si quelque chose a changé : le serveur n’a pas répondu en cinq secondes. La liste le montrera quand il répondra.</translation>
    </message>
    <message>
        <source>It was not changed: the server is gone, or cannot use its state store (STATE_URL). Try again when its state above is good.</source>
        <translation>Le changement n’a pas eu lieu : le serveur a disparu, ou ne peut pas utiliser son stockage d’état (STATE_URL). Réessayez quand son état ci-dessus sera bon.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not understand the request. Is it of the same version as this program?</source>
        <translation>Rien n’a changé : le serveur ne comprend pas la demande. Est-il de la même version que ce programme ?</translation>
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
    <name>admin::MetricCharts</name>
    <message>
        <source>Requests a second</source>
        <translation>Requêtes par seconde</translation>
    </message>
    <message>
        <source>Milliseconds until the answer</source>
        <translation>Millisecondes avant réponse</translation>
    </message>
    <message>
        <source>Errors of the server</source>
        <translation>Erreurs du serveur</translation>
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
        <source>Calls that wait for one</source>
        <translation>Appels qui en attendent une</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Connexions ouvertes</translation>
    </message>
    <message>
        <source>Clients that listen</source>
        <translation>Clients à l’écoute</translation>
    </message>
    <message>
        <source>Turned away by rate limits</source>
        <translation>Refusés par les limites</translation>
    </message>
    <message>
        <source>The last two minutes</source>
        <translation>Les deux dernières minutes</translation>
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
        <translation>N&amp;ouveau</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Dupliquer</translation>
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
    <message>
        <source>S&amp;ave</source>
        <translation>Enregi&amp;strer</translation>
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
    <name>admin::ServerCard</name>
    <message>
        <source>&amp;Stop watching</source>
        <translation>&amp;Ne plus observer</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Observer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>A&amp;dresse du serveur :</translation>
    </message>
    <message>
        <source>&amp;Check my server</source>
        <translation>Vér&amp;ifier mon serveur</translation>
    </message>
    <message>
        <source>Watch it &amp;through:</source>
        <translation>Observer &amp;par :</translation>
    </message>
    <message>
        <source>its socket on this computer</source>
        <translation>son socket sur cet ordinateur</translation>
    </message>
    <message>
        <source>its address (metrics only)</source>
        <translation>son adresse (mesures seulement)</translation>
    </message>
    <message>
        <source>Watch it through</source>
        <translation>Observer par</translation>
    </message>
    <message>
        <source>Path of the socket (ADMIN_SOCKET)</source>
        <translation>Chemin du socket (ADMIN_SOCKET)</translation>
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
    <name>admin::ServerFacts</name>
    <message>
        <source>The server that is watched</source>
        <translation>Le serveur observé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>En marche depuis</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Pas prêt</translation>
    </message>
    <message>
        <source>It cannot use its state store (STATE_URL), so that nobody logs in and nothing is sent: %1</source>
        <translation>Il ne peut pas utiliser son stockage d’état (STATE_URL), si bien que personne ne se connecte et que rien n’est envoyé : %1</translation>
    </message>
    <message>
        <source>This is another server than the one of the profile: its address is %1, and that of the profile is %2. Choose the ADMIN_SOCKET of the server that you mean, or correct the address.</source>
        <translation>C’est un autre serveur que celui du profil : son adresse est %1, et celle du profil %2. Choisissez l’ADMIN_SOCKET du serveur voulu, ou corrigez l’adresse.</translation>
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
        <source>En&amp;cryption:</source>
        <comment>SMTP</comment>
        <translation>Chiffre&amp;ment :</translation>
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
    <message>
        <source>Hos&amp;t:</source>
        <comment>IMAP</comment>
        <translation>&amp;Hôte :</translation>
    </message>
    <message>
        <source>Ho&amp;st:</source>
        <comment>SMTP</comment>
        <translation>Hôt&amp;e :</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <comment>IMAP</comment>
        <translation>&amp;Port :</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <comment>SMTP</comment>
        <translation>Po&amp;rt :</translation>
    </message>
    <message>
        <source>E&amp;ncryption:</source>
        <comment>IMAP</comment>
        <translation>&amp;Chiffrement :</translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message>
        <source>Running server</source>
        <translation>Serveur en marche</translation>
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
        <source>“Check my server” looks at a running Mail MCP server from outside, as a client does: whether it runs, knows its own address, asks strangers to log in, and has the right time.

“Watch” asks the server every two seconds how it is. Through its socket (ADMIN_SOCKET) it shows everything, and clients can be revoked; that works on the server&apos;s own computer, for members of its group. Through its address it shows the metrics alone, where METRICS_FROM allows it.

A server on another computer can be watched through its socket, too: “ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST” brings it here as /tmp/mail-mcp.sock.

A client that is revoked gets in no more, and neither do its logins, until it is allowed again. To end every login cannot be undone: everybody has to log in again.</source>
        <translation>« Vérifier mon serveur » regarde un serveur Mail MCP en marche de l’extérieur, comme un client : s’il tourne, connaît sa propre adresse, demande aux inconnus de se connecter, et est à l’heure.

« Observer » demande au serveur toutes les deux secondes comment il va. Par son socket (ADMIN_SOCKET) il montre tout, et des clients peuvent être révoqués ; cela marche sur l’ordinateur du serveur, pour les membres de son groupe. Par son adresse il ne montre que les mesures, là où METRICS_FROM le permet.

Un serveur sur un autre ordinateur peut aussi être observé par son socket : « ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST » l’amène ici sous /tmp/mail-mcp.sock.

Un client révoqué n’entre plus, ni ses connexions, jusqu’à ce qu’il soit de nouveau autorisé. Terminer toutes les connexions est irréversible : chacun doit se reconnecter.</translation>
    </message>
    <message>
        <source>See whether a server is set up right, what it is doing and who uses it, and revoke clients.</source>
        <translation>Voyez si un serveur est bien configuré, ce qu’il fait et qui l’utilise, et révoquez des clients.</translation>
    </message>
    <message>
        <source>Through the address of a server only its metrics can be seen. Choose “its socket on this computer” above.</source>
        <translation>Par l’adresse d’un serveur on ne voit que ses mesures. Choisissez « son socket sur cet ordinateur » ci-dessus.</translation>
    </message>
    <message>
        <source>Connected to Mail MCP %1.</source>
        <translation>Connecté à Mail MCP %1.</translation>
    </message>
    <message>
        <source>End every login</source>
        <translation>Terminer toutes les connexions</translation>
    </message>
    <message>
        <source>Everybody who is logged in through any client has to log in again. This cannot be undone.</source>
        <translation>Tous ceux qui sont connectés par un client quelconque devront se reconnecter. C’est irréversible.</translation>
    </message>
    <message>
        <source>&amp;End every login</source>
        <translation>&amp;Terminer toutes les connexions</translation>
    </message>
</context>
<context>
    <name>admin::ServerWatch</name>
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
