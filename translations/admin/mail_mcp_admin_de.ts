<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>admin::AuditEntry</name>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Login refused: wrong password</source>
        <translation>Anmeldung abgewiesen: falsches Passwort</translation>
    </message>
    <message>
        <source>Login refused: too many attempts</source>
        <translation>Anmeldung abgewiesen: zu viele Versuche</translation>
    </message>
    <message>
        <source>Access granted</source>
        <translation>Zugang gewährt</translation>
    </message>
    <message>
        <source>A code was used twice: it leaked</source>
        <translation>Ein Code wurde zweimal benutzt: Er ist durchgesickert</translation>
    </message>
    <message>
        <source>Access renewed</source>
        <translation>Zugang erneuert</translation>
    </message>
    <message>
        <source>An old token was used again: it leaked</source>
        <translation>Ein altes Token wurde wieder benutzt: Es ist durchgesickert</translation>
    </message>
    <message>
        <source>Login ended by its client</source>
        <translation>Anmeldung vom Client beendet</translation>
    </message>
    <message>
        <source>Login ended: the mail server refuses it</source>
        <translation>Anmeldung beendet: Der Mailserver weist sie ab</translation>
    </message>
    <message>
        <source>Every login ended by the administrator</source>
        <translation>Alle Anmeldungen vom Administrator beendet</translation>
    </message>
    <message>
        <source>Call refused: it needs another permission</source>
        <translation>Aufruf abgewiesen: Ihm fehlt eine Berechtigung</translation>
    </message>
    <message>
        <source>Client refused</source>
        <translation>Client abgewiesen</translation>
    </message>
    <message>
        <source>Client revoked by the administrator</source>
        <translation>Client vom Administrator gesperrt</translation>
    </message>
    <message>
        <source>Client allowed again by the administrator</source>
        <translation>Client vom Administrator wieder zugelassen</translation>
    </message>
    <message>
        <source>Client registered itself</source>
        <translation>Client hat sich selbst registriert</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>Mail gesendet</translation>
    </message>
    <message>
        <source>Mail deleted</source>
        <translation>Mail gelöscht</translation>
    </message>
    <message>
        <source>Mail moved</source>
        <translation>Mail verschoben</translation>
    </message>
    <message>
        <source>Attachment downloaded</source>
        <translation>Anhang heruntergeladen</translation>
    </message>
    <message>
        <source>Attachment downloaded from S3</source>
        <translation>Anhang von S3 heruntergeladen</translation>
    </message>
    <message>
        <source>Download broken off</source>
        <translation>Herunterladen abgebrochen</translation>
    </message>
    <message>
        <source>File uploaded</source>
        <translation>Datei hochgeladen</translation>
    </message>
    <message>
        <source>Upload refused</source>
        <translation>Hochladen abgewiesen</translation>
    </message>
    <message>
        <source>Link refused: its access has ended</source>
        <translation>Link abgewiesen: Sein Zugang ist beendet</translation>
    </message>
</context>
<context>
    <name>admin::AuditView</name>
    <message>
        <source>Audit log</source>
        <translation>Audit-Protokoll</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who got in, who was kept out and what was sent is shown here while a server is watched through its socket.</source>
        <translation>Wer hereinkam, wer abgewiesen und was gesendet wurde, steht hier, solange ein Server durch seinen Socket beobachtet wird.</translation>
    </message>
    <message>
        <source>No entry is like that.</source>
        <translation>Kein Eintrag passt dazu.</translation>
    </message>
    <message>
        <source>Search in the last entries</source>
        <translation>In den letzten Einträgen suchen</translation>
    </message>
    <message>
        <source>&amp;Only refusals and revocations</source>
        <translation>&amp;Nur Abweisungen und Sperrungen</translation>
    </message>
    <message>
        <source>All of the entry</source>
        <translation>Der ganze Eintrag</translation>
    </message>
</context>
<context>
    <name>admin::CertificateDialog</name>
    <message>
        <source>It has expired.</source>
        <translation>Es ist abgelaufen.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Es ist noch nicht gültig.</translation>
    </message>
    <message>
        <source>It is for other names than the host that was connected to.</source>
        <translation>Es gilt für andere Namen als den Host, mit dem verbunden wurde.</translation>
    </message>
    <message>
        <source>It is signed by itself, by no authority.</source>
        <translation>Es ist von sich selbst unterschrieben, von keiner Stelle.</translation>
    </message>
    <message>
        <source>Its authority is unknown, or the server leaves out certificates in between.</source>
        <translation>Seine Zertifizierungsstelle ist unbekannt, oder der Server lässt Zertifikate dazwischen weg.</translation>
    </message>
    <message>
        <source>It signed another certificate and must not.</source>
        <translation>Es hat ein anderes Zertifikat unterschrieben und darf das nicht.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Es wurde widerrufen.</translation>
    </message>
    <message>
        <source>It is not to be trusted: its signature or its key is too weak.</source>
        <translation>Ihm ist nicht zu trauen: Seine Unterschrift oder sein Schlüssel ist zu schwach.</translation>
    </message>
    <message>
        <source>Nothing is wrong with this certificate.</source>
        <translation>An diesem Zertifikat ist nichts falsch.</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Inhaber: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Aussteller: %1</translation>
    </message>
    <message>
        <source>Valid from: %1</source>
        <translation>Gültig ab: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>Gültig bis: %1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation>Zertifikate des Servers</translation>
    </message>
    <message>
        <source>Certificates, that of the server first</source>
        <translation>Zertifikate, das des Servers zuerst</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>Das Zertifikat</translation>
    </message>
    <message>
        <source>&amp;Save as PEM…</source>
        <translation>Als PEM &amp;speichern …</translation>
    </message>
    <message>
        <source>Save the certificates</source>
        <translation>Die Zertifikate speichern</translation>
    </message>
</context>
<context>
    <name>admin::CheckResults</name>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>zweifelhaft</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation>Ergebnisse der Prüfung</translation>
    </message>
</context>
<context>
    <name>admin::ClientList</name>
    <message>
        <source>Clients that people have logged in through</source>
        <translation>Clients, durch die sich jemand angemeldet hat</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Nobody has logged in yet.</source>
        <translation>Noch hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>They are shown, and can be revoked, while a server is watched through its socket.</source>
        <translation>Sie stehen hier und können gesperrt werden, solange ein Server durch seinen Socket beobachtet wird.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>Sp&amp;erren</translation>
    </message>
    <message>
        <source>Allow a&amp;gain</source>
        <translation>Wieder &amp;zulassen</translation>
    </message>
    <message>
        <source>&amp;End every login…</source>
        <translation>Alle An&amp;meldungen beenden…</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Zugelassen</translation>
    </message>
    <message>
        <source>“%1” is revoked: neither it nor its logins get in any more. “Allow again” takes that back.</source>
        <translation>„%1“ ist gesperrt: Weder er noch seine Anmeldungen kommen mehr herein. „Wieder zulassen“ nimmt das zurück.</translation>
    </message>
    <message>
        <source>“%1” is allowed again.</source>
        <translation>„%1“ ist wieder zugelassen.</translation>
    </message>
    <message>
        <source>Every login has ended. Everybody has to log in again.</source>
        <translation>Alle Anmeldungen sind beendet. Alle müssen sich neu anmelden.</translation>
    </message>
</context>
<context>
    <name>admin::ClientPage</name>
    <message>
        <source>A client is the program that reads mail on behalf of people: Claude, ChatGPT, an editor. Mark those that may use it, and the most that people may allow them.

“Generate” makes a client_id and a client_secret. Nobody keeps them: the server opens the client_id with its key. Copy both now; the secret cannot be shown again.

The mail servers of the first page become part of the client. Whoever logs in through it reaches these servers and no others.</source>
        <translation>Ein Client ist das Programm, das im Auftrag von Menschen Mail liest: Claude, ChatGPT, ein Editor. Kreuzen Sie an, welche ihn benutzen dürfen und was Menschen ihnen höchstens erlauben können.

„Erzeugen“ macht eine client_id und ein client_secret. Niemand bewahrt sie auf: Der Server öffnet die client_id mit seinem Schlüssel. Kopieren Sie beide jetzt; das Geheimnis kann nicht noch einmal gezeigt werden.

Die Mailserver der ersten Seite werden Teil des Clients. Wer sich über ihn anmeldet, erreicht diese Server und keine anderen.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>Choose who may connect and what for. The result is shown once and kept nowhere.</source>
        <translation>Wählen Sie, wer sich verbinden darf und wozu. Das Ergebnis wird einmal gezeigt und nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Programs that may use it</source>
        <translation>Programme, die ihn benutzen dürfen</translation>
    </message>
    <message>
        <source>The most that people may allow</source>
        <translation>Was Menschen höchstens erlauben können</translation>
    </message>
    <message>
        <source>Ask the person before anything is sent or deleted</source>
        <translation>Den Menschen fragen, bevor etwas gesendet oder gelöscht wird</translation>
    </message>
    <message>
        <source>Name and validity</source>
        <translation>Name und Gültigkeit</translation>
    </message>
    <message>
        <source>&amp;Name on the login page:</source>
        <translation>&amp;Name auf der Anmeldeseite:</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>darf leer sein</translation>
    </message>
    <message>
        <source>&amp;Expires after:</source>
        <translation>&amp;Läuft ab nach:</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tagen</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>Ad&amp;resse des Servers:</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>Schlüssel des Servers</translation>
    </message>
    <message>
        <source>Choose the &amp;key…</source>
        <translation>S&amp;chlüssel wählen …</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Erzeugen</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends. It is written nowhere.</source>
        <translation>Der Schlüssel „%1“ ist im Speicher, bis das Programm endet. Er wird nirgends hingeschrieben.</translation>
    </message>
    <message>
        <source>No key yet. It is the ENCRYPTION_KEY of the server; without it nothing can be made that the server accepts.</source>
        <translation>Noch kein Schlüssel. Es ist der ENCRYPTION_KEY des Servers; ohne ihn lässt sich nichts machen, was der Server annimmt.</translation>
    </message>
    <message>
        <source>First choose the key of the server.</source>
        <translation>Wählen Sie zuerst den Schlüssel des Servers.</translation>
    </message>
    <message>
        <source>Mark a program, or type a redirect URI.</source>
        <translation>Kreuzen Sie ein Programm an, oder tippen Sie eine Redirect-URI ein.</translation>
    </message>
    <message>
        <source>Done. Copy both values now: the secret cannot be shown again.</source>
        <translation>Fertig. Kopieren Sie beide Werte jetzt: Das Geheimnis kann nicht noch einmal gezeigt werden.</translation>
    </message>
    <message>
        <source>The secret is forgotten.</source>
        <translation>Das Geheimnis ist vergessen.</translation>
    </message>
    <message>
        <source>Other &amp;redirect URIs, one a line:</source>
        <translation>&amp;Weitere Redirect-URIs, eine je Zeile:</translation>
    </message>
</context>
<context>
    <name>admin::ClientResult</name>
    <message>
        <source>The new client</source>
        <translation>Der neue Client</translation>
    </message>
    <message>
        <source>client_&amp;secret:</source>
        <translation>client_&amp;secret:</translation>
    </message>
    <message>
        <source>Program to be connected</source>
        <translation>Programm, das verbunden wird</translation>
    </message>
    <message>
        <source>Put the secret &amp;into the text</source>
        <translation>Das &amp;Geheimnis in den Text aufnehmen</translation>
    </message>
    <message>
        <source>How to connect the program</source>
        <translation>So wird das Programm verbunden</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>Kopiert. Die Zwischenablage wird nach einer Minute geleert.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>&amp;client_id:</source>
        <translation>client_&amp;id:</translation>
    </message>
    <message>
        <source>How &amp;to connect:</source>
        <translation>So &amp;verbinden:</translation>
    </message>
    <message>
        <source>C&amp;opy this text</source>
        <translation>Diesen &amp;Text kopieren</translation>
    </message>
    <message>
        <source>I have &amp;both: forget the secret</source>
        <translation>&amp;Beides kopiert: Geheimnis vergessen</translation>
    </message>
</context>
<context>
    <name>admin::ConnectPage</name>
    <message>
        <source>Type an e-mail address, or the host of a mail server, and press “Find”. Below each server stands who named it; everything can be changed.

“Test” looks at both servers at the same time, with exactly what stands on this page: name service, connection, encryption and certificates, what the servers can do, and, when user name and password are there, the login and the folders. Nothing in the mailbox is changed unless you ask for a test message.

Choose a step to see why it failed and what to do. Escape cancels. The password is kept nowhere.</source>
        <translation>Tippen Sie eine E-Mail-Adresse oder den Host eines Mailservers ein und drücken Sie „Finden“. Unter jedem Server steht, wer ihn genannt hat; alles lässt sich ändern.

„Testen“ sieht sich beide Server gleichzeitig an, mit genau dem, was auf dieser Seite steht: Namensdienst, Verbindung, Verschlüsselung und Zertifikate, was die Server können, und, wenn Benutzername und Passwort da sind, die Anmeldung und die Ordner. Im Postfach wird nichts geändert, außer Sie wünschen eine Testnachricht.

Wählen Sie einen Schritt, um zu sehen, warum er misslang und was zu tun ist. Esc bricht ab. Das Passwort wird nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>Find the servers of a mailbox and see whether everything works, step by step.</source>
        <translation>Die Server eines Postfachs finden und Schritt für Schritt sehen, ob alles geht.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>B&amp;enutzername:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Pass&amp;wort:</translation>
    </message>
    <message>
        <source>without it, the test ends before the login</source>
        <translation>ohne es endet der Test vor der Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Record the conversation with the servers, without secrets</source>
        <translation>Das &amp;Gespräch mit den Servern aufzeichnen, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>Teste&amp;n</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>Suche … %1</translation>
    </message>
    <message>
        <source>It answered just now.</source>
        <translation>Er hat eben geantwortet.</translation>
    </message>
    <message>
        <source>Nobody names mail servers for this address. Type them in below; the mail provider&apos;s help pages have them.</source>
        <translation>Niemand nennt Mailserver für diese Adresse. Tippen Sie sie unten ein; sie stehen auf den Hilfeseiten des Mailanbieters.</translation>
    </message>
    <message>
        <source>Only one of the two servers was found. Type in the other one.</source>
        <translation>Nur einer der beiden Server wurde gefunden. Tippen Sie den anderen ein.</translation>
    </message>
    <message>
        <source>The mail servers were found.</source>
        <translation>Die Mailserver wurden gefunden.</translation>
    </message>
    <message>
        <source>The mail servers of %1 were found.</source>
        <translation>Die Mailserver von %1 wurden gefunden.</translation>
    </message>
    <message>
        <source>The name service, which anybody may have changed, names %1. Use it only if you know this host.</source>
        <translation>Der Namensdienst, den jeder verändert haben kann, nennt %1. Benutzen Sie ihn nur, wenn Sie diesen Host kennen.</translation>
    </message>
    <message>
        <source>First type a host, or press “Find”.</source>
        <translation>Tippen Sie zuerst einen Host ein, oder drücken Sie „Finden“.</translation>
    </message>
    <message>
        <source>A test message needs an e-mail address above, both servers, user name and password.</source>
        <translation>Eine Testnachricht braucht oben eine E-Mail-Adresse, beide Server, Benutzername und Passwort.</translation>
    </message>
    <message>
        <source>E-&amp;mail address or server:</source>
        <translation>E-&amp;Mail-Adresse oder Server:</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>F&amp;inden</translation>
    </message>
    <message>
        <source>Also as&amp;k Thunderbird&apos;s database, which then learns the domain</source>
        <translation>Auch die Datenbank von Thunderbird &amp;fragen, die dann die Domain erfährt</translation>
    </message>
    <message>
        <source>Send a test messa&amp;ge to this address, find it, and delete it</source>
        <translation>Eine Testnachricht an diese Adresse senden, finden &amp;und löschen</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Abbre&amp;chen</translation>
    </message>
</context>
<context>
    <name>admin::CopyField</name>
    <message numerus="yes">
        <source>Clear now (%n s)</source>
        <translation>
            <numerusform>Jetzt leeren (%n s)</numerusform>
            <numerusform>Jetzt leeren (%n s)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Die Zwischenablage leeren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>Kopiert. Die Zwischenablage wird nach einer Minute geleert.</translation>
    </message>
</context>
<context>
    <name>admin::DiagnosisView</name>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Schritte des Tests</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>Einzelheiten des Schritts</translation>
    </message>
    <message>
        <source>Choose a step to see what it found out.</source>
        <translation>Wählen Sie einen Schritt, um zu sehen, was er herausfand.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>The conversation with the servers, without secrets</source>
        <translation>Das Gespräch mit den Servern, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Der Bericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Den Bericht speichern</translation>
    </message>
    <message>
        <source>Web page (*.html);;Text (*.txt);;JSON (*.json)</source>
        <translation>Webseite (*.html);;Text (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is in %1. Names of people are shortened in it.</source>
        <translation>Der Bericht ist in %1. Namen von Menschen sind darin gekürzt.</translation>
    </message>
    <message>
        <source>Cert&amp;ificates…</source>
        <translation>&amp;Zertifikate …</translation>
    </message>
    <message>
        <source>Conversation…</source>
        <translation>Gespräch …</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>S&amp;ave the report…</source>
        <translation>&amp;Bericht speichern …</translation>
    </message>
</context>
<context>
    <name>admin::Files</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>admin::KeyCard</name>
    <message>
        <source>Key of the server</source>
        <translation>Schlüssel des Servers</translation>
    </message>
    <message>
        <source>typed each time</source>
        <translation>wird jedes Mal eingetippt</translation>
    </message>
    <message>
        <source>in the settings file of the server</source>
        <translation>steht in der Einstellungsdatei des Servers</translation>
    </message>
    <message>
        <source>in a file of its own</source>
        <translation>steht in einer eigenen Datei</translation>
    </message>
    <message>
        <source>in the keychain of this desktop</source>
        <translation>ist im Schlüsselbund dieses Desktops</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>Wo der Schlüssel ist</translation>
    </message>
    <message>
        <source>File with the key</source>
        <translation>Datei mit dem Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Du&amp;rchsuchen …</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain</source>
        <translation>Im Schlüssel&amp;bund aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Make a new key…</source>
        <translation>Neuen Schlüssel &amp;machen …</translation>
    </message>
    <message>
        <source>R&amp;otate the key…</source>
        <translation>Schlüssel &amp;wechseln …</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends.</source>
        <translation>Der Schlüssel „%1“ ist im Speicher, bis das Programm endet.</translation>
    </message>
    <message>
        <source>There is no key in memory.</source>
        <translation>Im Speicher ist kein Schlüssel.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY or ENCRYPTION_KEYS:</source>
        <translation>ENCRYPTION_KEY oder ENCRYPTION_KEYS:</translation>
    </message>
    <message>
        <source>The key is ready.</source>
        <translation>Der Schlüssel ist bereit.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has the key now.</source>
        <translation>Der Schlüsselbund dieses Desktops hat jetzt den Schlüssel.</translation>
    </message>
    <message>
        <source>First save the profile: the key is kept under its name.</source>
        <translation>Speichern Sie zuerst das Profil: Der Schlüssel wird unter seinem Namen aufbewahrt.</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Ein neuer Schlüssel</translation>
    </message>
    <message>
        <source>Put it into the settings of a new server as ENCRYPTION_KEY, and into a safe: whoever has it can open every token of the server, and without it all clients have to be made anew.

A server that has clients already needs “Rotate the key” instead.

This program uses the new key from now on, until it ends.</source>
        <translation>Tragen Sie ihn als ENCRYPTION_KEY in die Einstellungen eines neuen Servers ein, und legen Sie ihn in einen Tresor: Wer ihn hat, kann jedes Token des Servers öffnen, und ohne ihn müssen alle Clients neu gemacht werden.

Ein Server, der schon Clients hat, braucht stattdessen „Schlüssel wechseln“.

Dieses Programm benutzt den neuen Schlüssel ab jetzt, bis es endet.</translation>
    </message>
    <message>
        <source>Rotate the key</source>
        <translation>Den Schlüssel wechseln</translation>
    </message>
    <message>
        <source>Does the server have the new keys? Then new clients are made with them from now on.</source>
        <translation>Hat der Server die neuen Schlüssel? Dann werden neue Clients ab jetzt mit ihnen gemacht.</translation>
    </message>
    <message>
        <source>Use the new keys</source>
        <translation>Die neuen Schlüssel benutzen</translation>
    </message>
    <message>
        <source>The &amp;key is</source>
        <translation>D&amp;er Schlüssel</translation>
    </message>
    <message>
        <source>Fil&amp;e:</source>
        <translation>Date&amp;i:</translation>
    </message>
    <message>
        <source>U&amp;se this key</source>
        <translation>Diesen Schlüssel benu&amp;tzen</translation>
    </message>
</context>
<context>
    <name>admin::Keychain</name>
    <message>
        <source>The keychain of this desktop cannot be used. Unlock it, or choose another place for the key.</source>
        <translation>Der Schlüsselbund dieses Desktops ist nicht benutzbar. Entsperren Sie ihn, oder wählen Sie einen anderen Ort für den Schlüssel.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has no key for this profile.</source>
        <translation>Der Schlüsselbund dieses Desktops hat keinen Schlüssel für dieses Profil.</translation>
    </message>
</context>
<context>
    <name>admin::KeysPage</name>
    <message>
        <source>A profile keeps what you typed about one mail service and its clients. Passwords, secrets and keys are never in it, so it can be exported and handed on.

The key is the ENCRYPTION_KEY of the server. It can be read from the server&apos;s settings file or a file of its own, which nobody else may be able to read; it can be kept in the keychain of this desktop, or be typed each time.

To change the key of a running server, use “Rotate the key”: it says step by step what to do, and clients that exist go on working.</source>
        <translation>Ein Profil bewahrt auf, was Sie über einen Maildienst und seine Clients eingetippt haben. Passwörter, Geheimnisse und Schlüssel sind nie darin, deshalb kann man es exportieren und weitergeben.

Der Schlüssel ist der ENCRYPTION_KEY des Servers. Er kann aus der Einstellungsdatei des Servers gelesen werden oder aus einer eigenen Datei, die niemand sonst lesen können darf; er kann im Schlüsselbund dieses Desktops liegen oder jedes Mal eingetippt werden.

Um den Schlüssel eines laufenden Servers zu ändern, benutzen Sie „Schlüssel wechseln“: Es sagt Schritt für Schritt, was zu tun ist, und vorhandene Clients gehen weiter.</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>Profile und Schlüssel</translation>
    </message>
    <message>
        <source>Keep what you typed for the next time, and say where the key of the server is.</source>
        <translation>Bewahren Sie auf, was Sie eingetippt haben, und sagen Sie, wo der Schlüssel des Servers ist.</translation>
    </message>
</context>
<context>
    <name>admin::LinkFailure</name>
    <message>
        <source>The server is gone: nobody answers at %1 any more. It is looked for every two seconds; if it does not come back, read its log (journalctl -u mail-mcp).</source>
        <translation>Der Server ist weg: Unter %1 antwortet niemand mehr. Alle zwei Sekunden wird nach ihm gesehen; kommt er nicht wieder, lesen Sie sein Protokoll (journalctl -u mail-mcp).</translation>
    </message>
    <message>
        <source>Nobody answers at %1. The server has ended and left its socket behind, or eight programs use it already. Start the server, or close one of them.</source>
        <translation>Unter %1 antwortet niemand. Der Server hat geendet und seinen Socket zurückgelassen, oder acht Programme benutzen ihn schon. Starten Sie den Server, oder schließen Sie eines davon.</translation>
    </message>
    <message>
        <source>There is no socket at %1. Is the server running on this computer, and is this the path in its setting ADMIN_SOCKET? Without that setting it has none.</source>
        <translation>Unter %1 ist kein Socket. Läuft der Server auf diesem Rechner, und ist das der Pfad in seiner Einstellung ADMIN_SOCKET? Ohne diese Einstellung hat er keinen.</translation>
    </message>
    <message>
        <source>You may not use the socket %1. It is for root, the server&apos;s own user and, with ADMIN_SOCKET_FOR=group, for its group: join that with “sudo usermod -aG mail-mcp %2”, log out of the desktop, and log in again.</source>
        <translation>Sie dürfen den Socket %1 nicht benutzen. Er ist für root, den Benutzer des Servers und, mit ADMIN_SOCKET_FOR=group, für dessen Gruppe: Treten Sie ihr mit „sudo usermod -aG mail-mcp %2“ bei, melden Sie sich vom Desktop ab und wieder an.</translation>
    </message>
    <message>
        <source>The server did not answer within five seconds. It may be overloaded or stuck: read its log, and restart it if need be.</source>
        <translation>Der Server hat nicht binnen fünf Sekunden geantwortet. Vielleicht ist er überlastet oder hängt: Lesen Sie sein Protokoll, und starten Sie ihn nötigenfalls neu.</translation>
    </message>
    <message>
        <source>What answers there is no Mail MCP server, or one of another version than this program. Is this really its ADMIN_SOCKET?</source>
        <translation>Was dort antwortet, ist kein Mail-MCP-Server, oder einer von anderer Version als dieses Programm. Ist das wirklich sein ADMIN_SOCKET?</translation>
    </message>
    <message>
        <source>There are more clients than can be shown here. “mail_mcp clients list” shows all of them.</source>
        <translation>Es gibt mehr Clients, als hier gezeigt werden können. „mail_mcp clients list“ zeigt alle.</translation>
    </message>
    <message>
        <source>The server cannot read its list of clients: something is wrong with its state store (STATE_URL). Its state above says what.</source>
        <translation>Der Server kann seine Liste der Clients nicht lesen: Mit seinem Zustandsspeicher (STATE_URL) stimmt etwas nicht. Was, sagt sein Zustand oben.</translation>
    </message>
    <message>
        <source>The audit log of this server is not in a file. Set its AUDIT_LOG to the path of one, and restart it, to see it here.</source>
        <translation>Das Audit-Protokoll dieses Servers ist nicht in einer Datei. Setzen Sie AUDIT_LOG auf den Pfad einer Datei, und starten Sie ihn neu, um es hier zu sehen.</translation>
    </message>
    <message>
        <source>The last entries of the audit log are too long to be shown here. Read the file itself.</source>
        <translation>Die letzten Einträge des Audit-Protokolls sind zu lang, um hier gezeigt zu werden. Lesen Sie die Datei selbst.</translation>
    </message>
    <message>
        <source>The server cannot read its audit log: the file is gone, or its user may not read it. Look at the file in its setting AUDIT_LOG.</source>
        <translation>Der Server kann sein Audit-Protokoll nicht lesen: Die Datei ist weg, oder sein Benutzer darf sie nicht lesen. Sehen Sie nach der Datei in seiner Einstellung AUDIT_LOG.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not know this client any more. Nobody is logged in through it.</source>
        <translation>Nichts wurde geändert: Der Server kennt diesen Client nicht mehr. Niemand ist durch ihn angemeldet.</translation>
    </message>
    <message>
        <source>Nothing was changed: you may not use the socket of the server any more. Ask whoever administers this computer.</source>
        <translation>Nichts wurde geändert: Sie dürfen den Socket des Servers nicht mehr benutzen. Fragen Sie, wer diesen Rechner verwaltet.</translation>
    </message>
    <message>
        <source>It is not known whether anything was changed: the server did not answer within five seconds. The list shows it when it does.</source>
        <translation>Ob etwas geändert wurde, ist nicht bekannt: Der Server hat nicht binnen fünf Sekunden geantwortet. Die Liste zeigt es, sobald er antwortet.</translation>
    </message>
    <message>
        <source>It was not changed: the server is gone, or cannot use its state store (STATE_URL). Try again when its state above is good.</source>
        <translation>Es wurde nicht geändert: Der Server ist weg oder kann seinen Zustandsspeicher (STATE_URL) nicht benutzen. Versuchen Sie es wieder, wenn sein Zustand oben gut ist.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not understand the request. Is it of the same version as this program?</source>
        <translation>Nichts wurde geändert: Der Server versteht die Anfrage nicht. Hat er dieselbe Version wie dieses Programm?</translation>
    </message>
</context>
<context>
    <name>admin::MainWindow</name>
    <message>
        <source>Mail servers</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Neuer Client</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>Profile und Schlüssel</translation>
    </message>
    <message>
        <source>Running server</source>
        <translation>Laufender Server</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>D&amp;unkel</translation>
    </message>
    <message>
        <source>&amp;Save the profile</source>
        <translation>Profil &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>&amp;Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>&amp;About Mail MCP</source>
        <translation>&amp;Über Mail MCP</translation>
    </message>
    <message>
        <source>Mail MCP administration</source>
        <translation>Verwaltung von Mail MCP</translation>
    </message>
    <message>
        <source>%1 – Mail MCP administration</source>
        <translation>%1 – Verwaltung von Mail MCP</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Mail MCP %1

Mail for AI assistants: finds and tests mail servers, and makes the clients of a Mail MCP server.

Free software under the GNU General Public License, version 3 or later. Without any warranty.

Qt %2</source>
        <translation>Mail MCP %1

Mail für KI-Assistenten: findet und testet Mailserver und macht die Clients eines Mail-MCP-Servers.

Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewähr.

Qt %2</translation>
    </message>
    <message>
        <source>About Mail MCP</source>
        <translation>Über Mail MCP</translation>
    </message>
</context>
<context>
    <name>admin::MetricCharts</name>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>Milliseconds until the answer</source>
        <translation>Millisekunden bis zur Antwort</translation>
    </message>
    <message>
        <source>Errors of the server</source>
        <translation>Fehler des Servers</translation>
    </message>
    <message>
        <source>IMAP sessions in use</source>
        <translation>IMAP-Sitzungen in Gebrauch</translation>
    </message>
    <message>
        <source>IMAP sessions kept warm</source>
        <translation>Warm gehaltene IMAP-Sitzungen</translation>
    </message>
    <message>
        <source>Calls that wait for one</source>
        <translation>Aufrufe, die auf eine warten</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Offene Verbindungen</translation>
    </message>
    <message>
        <source>Clients that listen</source>
        <translation>Lauschende Clients</translation>
    </message>
    <message>
        <source>Turned away by rate limits</source>
        <translation>Durch Limits abgewiesen</translation>
    </message>
    <message>
        <source>The last two minutes</source>
        <translation>Die letzten zwei Minuten</translation>
    </message>
</context>
<context>
    <name>admin::ProfileCard</name>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Profile (*.json)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Das Profil speichern</translation>
    </message>
    <message>
        <source>Name of the profile:</source>
        <translation>Name des Profils:</translation>
    </message>
    <message>
        <source>The profile “%1” is saved.</source>
        <translation>Das Profil „%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>Dupli&amp;zieren</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>Lö&amp;schen</translation>
    </message>
    <message>
        <source>Un&amp;do deletion</source>
        <translation>&amp;Löschen zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>Imp&amp;ortieren …</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>The profile “%1” is open.</source>
        <translation>Das Profil „%1“ ist offen.</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>Das Profil umbenennen</translation>
    </message>
    <message>
        <source>The profile “%1” is deleted. “Undo deletion” brings it back.</source>
        <translation>Das Profil „%1“ ist gelöscht. „Löschen zurücknehmen“ bringt es wieder.</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>Profile importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles are imported.</source>
        <translation>
            <numerusform>%n Profil ist importiert.</numerusform>
            <numerusform>%n Profile sind importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation>Profile exportieren</translation>
    </message>
    <message>
        <source>All profiles are in %1. There are no secrets in it.</source>
        <translation>Alle Profile sind in %1. Geheimnisse sind nicht darin.</translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation>Spei&amp;chern</translation>
    </message>
</context>
<context>
    <name>admin::ProfileStore</name>
    <message>
        <source>%1 holds no profiles that can be read. It stays as it is; move it away to begin anew.</source>
        <translation>%1 enthält keine lesbaren Profile. Die Datei bleibt, wie sie ist; bringen Sie sie an einen anderen Ort, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>There is no such profile any more.</source>
        <translation>Ein solches Profil gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 holds no profiles of this program.</source>
        <translation>%1 enthält keine Profile dieses Programms.</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
</context>
<context>
    <name>admin::SecretDialog</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
</context>
<context>
    <name>admin::ServerCard</name>
    <message>
        <source>&amp;Stop watching</source>
        <translation>Nicht mehr &amp;beobachten</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>Ad&amp;resse des Servers:</translation>
    </message>
    <message>
        <source>&amp;Check my server</source>
        <translation>Meinen Server &amp;prüfen</translation>
    </message>
    <message>
        <source>Watch it &amp;through:</source>
        <translation>Beobachten d&amp;urch:</translation>
    </message>
    <message>
        <source>its socket on this computer</source>
        <translation>seinen Socket auf diesem Rechner</translation>
    </message>
    <message>
        <source>its address (metrics only)</source>
        <translation>seine Adresse (nur Messwerte)</translation>
    </message>
    <message>
        <source>Watch it through</source>
        <translation>Beobachten durch</translation>
    </message>
    <message>
        <source>Path of the socket (ADMIN_SOCKET)</source>
        <translation>Pfad des Sockets (ADMIN_SOCKET)</translation>
    </message>
</context>
<context>
    <name>admin::ServerCheck</name>
    <message>
        <source>The server does not answer: %1 Is it running, and does the proxy pass requests on to it?</source>
        <translation>Der Server antwortet nicht: %1 Läuft er, und gibt der Proxy Anfragen an ihn weiter?</translation>
    </message>
    <message>
        <source>The answer has the status %1 instead of %2. Does the proxy pass this path on?</source>
        <translation>Die Antwort hat den Status %1 statt %2. Gibt der Proxy diesen Pfad weiter?</translation>
    </message>
    <message>
        <source>It runs</source>
        <translation>Er läuft</translation>
    </message>
    <message>
        <source>Something answers there, but it is not Mail MCP.</source>
        <translation>Dort antwortet etwas, aber es ist nicht Mail MCP.</translation>
    </message>
    <message>
        <source>/health says ok.</source>
        <translation>/health sagt ok.</translation>
    </message>
    <message>
        <source>The document has no “%1”. Does something else answer on this path?</source>
        <translation>Das Dokument hat kein „%1“. Antwortet auf diesem Pfad etwas anderes?</translation>
    </message>
    <message>
        <source>The server takes itself for %1 instead of %2. Set BASE_URL to the address that clients use.</source>
        <translation>Der Server hält sich für %1 statt %2. Setzen Sie BASE_URL auf die Adresse, die Clients benutzen.</translation>
    </message>
    <message>
        <source>It asks strangers to log in</source>
        <translation>Er lässt Fremde sich anmelden</translation>
    </message>
    <message>
        <source>The header WWW-Authenticate does not lead to the metadata of this server. Does the proxy remove or change it?</source>
        <translation>Der Header WWW-Authenticate führt nicht zu den Metadaten dieses Servers. Entfernt oder ändert ihn der Proxy?</translation>
    </message>
    <message>
        <source>401, and the way to the login is in the answer.</source>
        <translation>401, und der Weg zur Anmeldung steht in der Antwort.</translation>
    </message>
    <message>
        <source>Its clock is right</source>
        <translation>Seine Uhr geht richtig</translation>
    </message>
    <message>
        <source>The answer has no date.</source>
        <translation>Die Antwort hat kein Datum.</translation>
    </message>
    <message>
        <source>It differs from this computer&apos;s by %1 s.</source>
        <translation>Sie weicht um %1 s von der dieses Rechners ab.</translation>
    </message>
    <message>
        <source>It describes its mailbox service</source>
        <translation>Er beschreibt seinen Postfachdienst</translation>
    </message>
    <message>
        <source>It describes its login</source>
        <translation>Er beschreibt seine Anmeldung</translation>
    </message>
</context>
<context>
    <name>admin::ServerFacts</name>
    <message>
        <source>The server that is watched</source>
        <translation>Der beobachtete Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>It cannot use its state store (STATE_URL), so that nobody logs in and nothing is sent: %1</source>
        <translation>Er kann seinen Zustandsspeicher (STATE_URL) nicht benutzen, sodass sich niemand anmeldet und nichts gesendet wird: %1</translation>
    </message>
    <message>
        <source>This is another server than the one of the profile: its address is %1, and that of the profile is %2. Choose the ADMIN_SOCKET of the server that you mean, or correct the address.</source>
        <translation>Das ist ein anderer Server als der des Profils: Seine Adresse ist %1, und die des Profils %2. Wählen Sie den ADMIN_SOCKET des Servers, den Sie meinen, oder berichtigen Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>admin::ServerForm</name>
    <message>
        <source>Reading mail (IMAP)</source>
        <translation>Mail lesen (IMAP)</translation>
    </message>
    <message>
        <source>Sending mail (SMTP)</source>
        <translation>Mail senden (SMTP)</translation>
    </message>
    <message>
        <source>En&amp;cryption:</source>
        <comment>SMTP</comment>
        <translation>Ver&amp;schlüsselung:</translation>
    </message>
    <message>
        <source>IMAP host</source>
        <translation>IMAP-Host</translation>
    </message>
    <message>
        <source>SMTP host</source>
        <translation>SMTP-Host</translation>
    </message>
    <message>
        <source>IMAP port</source>
        <translation>IMAP-Port</translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation>SMTP-Port</translation>
    </message>
    <message>
        <source>IMAP encryption</source>
        <translation>IMAP-Verschlüsselung</translation>
    </message>
    <message>
        <source>SMTP encryption</source>
        <translation>SMTP-Verschlüsselung</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS ab dem ersten Byte</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS, verlangt</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>Gefunden:</translation>
    </message>
    <message>
        <source>IMAP servers that were found</source>
        <translation>Gefundene IMAP-Server</translation>
    </message>
    <message>
        <source>SMTP servers that were found</source>
        <translation>Gefundene SMTP-Server</translation>
    </message>
    <message>
        <source>Hos&amp;t:</source>
        <comment>IMAP</comment>
        <translation>Hos&amp;t:</translation>
    </message>
    <message>
        <source>Ho&amp;st:</source>
        <comment>SMTP</comment>
        <translation>H&amp;ost:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <comment>IMAP</comment>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <comment>SMTP</comment>
        <translation>Po&amp;rt:</translation>
    </message>
    <message>
        <source>E&amp;ncryption:</source>
        <comment>IMAP</comment>
        <translation>&amp;Verschlüsselung:</translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message>
        <source>Running server</source>
        <translation>Laufender Server</translation>
    </message>
    <message>
        <source>That is no address of a server. It begins with https://, and nothing but a path may follow the host.</source>
        <translation>Das ist keine Adresse eines Servers. Sie beginnt mit https://, und hinter dem Host darf nur ein Pfad stehen.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche …</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The server is set up right.</source>
        <translation>Der Server ist richtig eingerichtet.</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not right. See below.</source>
        <translation>
            <numerusform>%n Sache stimmt nicht. Siehe unten.</numerusform>
            <numerusform>%n Sachen stimmen nicht. Siehe unten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“Check my server” looks at a running Mail MCP server from outside, as a client does: whether it runs, knows its own address, asks strangers to log in, and has the right time.

“Watch” asks the server every two seconds how it is. Through its socket (ADMIN_SOCKET) it shows everything, and clients can be revoked; that works on the server&apos;s own computer, for members of its group. Through its address it shows the metrics alone, where METRICS_FROM allows it.

A server on another computer can be watched through its socket, too: “ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST” brings it here as /tmp/mail-mcp.sock.

A client that is revoked gets in no more, and neither do its logins, until it is allowed again. To end every login cannot be undone: everybody has to log in again.</source>
        <translation>„Meinen Server prüfen“ sieht sich einen laufenden Mail-MCP-Server von außen an, wie ein Client: ob er läuft, seine eigene Adresse kennt, Fremde zum Anmelden auffordert und die richtige Zeit hat.

„Beobachten“ fragt den Server alle zwei Sekunden, wie es ihm geht. Durch seinen Socket (ADMIN_SOCKET) zeigt er alles, und Clients können gesperrt werden; das geht auf dem Rechner des Servers, für Mitglieder seiner Gruppe. Durch seine Adresse zeigt er nur die Messwerte, wo METRICS_FROM es erlaubt.

Auch ein Server auf einem anderen Rechner lässt sich durch seinen Socket beobachten: „ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST“ bringt ihn als /tmp/mail-mcp.sock hierher.

Ein gesperrter Client kommt nicht mehr herein, und seine Anmeldungen auch nicht, bis er wieder zugelassen wird. Alle Anmeldungen zu beenden lässt sich nicht rückgängig machen: Alle müssen sich neu anmelden.</translation>
    </message>
    <message>
        <source>See whether a server is set up right, what it is doing and who uses it, and revoke clients.</source>
        <translation>Sehen Sie, ob ein Server richtig eingerichtet ist, was er tut und wer ihn benutzt, und sperren Sie Clients.</translation>
    </message>
    <message>
        <source>Through the address of a server only its metrics can be seen. Choose “its socket on this computer” above.</source>
        <translation>Durch die Adresse eines Servers sind nur seine Messwerte zu sehen. Wählen Sie oben „seinen Socket auf diesem Rechner“.</translation>
    </message>
    <message>
        <source>Connected to Mail MCP %1.</source>
        <translation>Mit Mail MCP %1 verbunden.</translation>
    </message>
    <message>
        <source>End every login</source>
        <translation>Alle Anmeldungen beenden</translation>
    </message>
    <message>
        <source>Everybody who is logged in through any client has to log in again. This cannot be undone.</source>
        <translation>Alle, die durch irgendeinen Client angemeldet sind, müssen sich neu anmelden. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>&amp;End every login</source>
        <translation>&amp;Alle Anmeldungen beenden</translation>
    </message>
</context>
<context>
    <name>admin::ServerWatch</name>
    <message>
        <source>The server does not answer: %1</source>
        <translation>Der Server antwortet nicht: %1</translation>
    </message>
    <message>
        <source>The server does not show its metrics here (status %1). Look at them on its own computer, or allow this one in its setting METRICS_FROM.</source>
        <translation>Der Server zeigt seine Messwerte hier nicht (Status %1). Sehen Sie sie auf seinem eigenen Rechner an, oder erlauben Sie diesen in seiner Einstellung METRICS_FROM.</translation>
    </message>
</context>
<context>
    <name>admin::TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
</TS>
