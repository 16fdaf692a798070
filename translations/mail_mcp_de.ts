<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>pages</name>
    <message>
        <source>There were too many tries from your network. Wait a minute and try again.</source>
        <translation>Es gab zu viele Versuche aus Ihrem Netz. Warten Sie eine Minute und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This service has no mail server for %1. Check the spelling of your address, or ask the administrator of this service.</source>
        <translation>Dieser Dienst hat keinen Mailserver für %1. Prüfen Sie die Schreibweise Ihrer Adresse oder fragen Sie den Administrator dieses Dienstes.</translation>
    </message>
    <message>
        <source>The address of this page is damaged.</source>
        <translation>Die Adresse dieser Seite ist beschädigt.</translation>
    </message>
    <message>
        <source>A parameter of the request came more than once.</source>
        <translation>Ein Parameter der Anfrage kam mehr als einmal.</translation>
    </message>
    <message>
        <source>The assistant asks to be called back at an address that it is not registered with.</source>
        <translation>Der Assistent verlangt die Rückkehr zu einer Adresse, mit der er nicht registriert ist.</translation>
    </message>
    <message>
        <source>The assistant&apos;s request is not one that this service can answer: %1 (%2).</source>
        <translation>Diese Anfrage des Assistenten kann dieser Dienst nicht beantworten: %1 (%2).</translation>
    </message>
    <message>
        <source>The form arrived damaged.</source>
        <translation>Das Formular kam beschädigt an.</translation>
    </message>
    <message>
        <source>The request of the assistant is too large.</source>
        <translation>Die Anfrage des Assistenten ist zu groß.</translation>
    </message>
    <message>
        <source>This login page was used already.</source>
        <translation>Diese Anmeldeseite wurde schon benutzt.</translation>
    </message>
    <message>
        <source>This login did not come from this server&apos;s own page.</source>
        <translation>Diese Anmeldung kam nicht von der Seite dieses Servers.</translation>
    </message>
    <message>
        <source>The login page was open for too long, or it is not from this server.</source>
        <translation>Die Anmeldeseite war zu lange offen, oder sie ist nicht von diesem Server.</translation>
    </message>
    <message>
        <source>This login page belongs to another browser, or your browser refuses cookies.</source>
        <translation>Diese Anmeldeseite gehört zu einem anderen Browser, oder Ihr Browser nimmt keine Cookies an.</translation>
    </message>
    <message>
        <source>There were too many failed logins. Wait %1 min and try again.</source>
        <translation>Es gab zu viele fehlgeschlagene Anmeldungen. Warten Sie %1 min und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The assistant&apos;s callback address cannot be used.</source>
        <translation>Die Rückkehradresse des Assistenten kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The assistant&apos;s client ID was not made by this server, or it has expired.</source>
        <translation>Die Client-ID des Assistenten stammt nicht von diesem Server, oder sie ist abgelaufen.</translation>
    </message>
    <message>
        <source>The administrator has withdrawn this client.</source>
        <translation>Der Administrator hat diesen Client gesperrt.</translation>
    </message>
    <message>
        <source>The connection could not be made</source>
        <translation>Die Verbindung kam nicht zustande</translation>
    </message>
    <message>
        <source>Go back to your assistant and start the connection again. If that does not help, tell the administrator of this service what you read here.</source>
        <translation>Gehen Sie zurück zu Ihrem Assistenten und beginnen Sie die Verbindung von vorn. Wenn das nicht hilft, sagen Sie dem Administrator dieses Dienstes, was Sie hier lesen.</translation>
    </message>
    <message>
        <source>Not possible at the moment</source>
        <translation>Im Moment nicht möglich</translation>
    </message>
    <message>
        <source>This service cannot remember logins right now.</source>
        <translation>Dieser Dienst kann sich gerade keine Anmeldungen merken.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Enter your e-mail address, for example you@example.com.</source>
        <translation>Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel sie@example.com.</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 bytes can be used.</source>
        <translation>%1 ist zu lang: höchstens %2 Bytes sind möglich.</translation>
    </message>
    <message>
        <source>%1 holds a line break or another character that cannot be used.</source>
        <translation>%1 enthält einen Zeilenumbruch oder ein anderes Zeichen, das nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>Der Name</translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation>Die E-Mail-Adresse</translation>
    </message>
    <message>
        <source>The user name</source>
        <translation>Der Benutzername</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>Das Passwort</translation>
    </message>
    <message>
        <source>The user name for sending</source>
        <translation>Der Benutzername zum Senden</translation>
    </message>
    <message>
        <source>The password for sending</source>
        <translation>Das Passwort zum Senden</translation>
    </message>
    <message>
        <source>Enter the password of your mailbox.</source>
        <translation>Geben Sie das Passwort Ihres Postfachs ein.</translation>
    </message>
    <message>
        <source>Enter the password for sending, or tick “Use the same login”.</source>
        <translation>Geben Sie das Passwort zum Senden ein oder wählen Sie „Dieselbe Anmeldung verwenden“.</translation>
    </message>
    <message>
        <source>Tick at least one thing that the assistant may do.</source>
        <translation>Wählen Sie mindestens eines, was der Assistent darf.</translation>
    </message>
    <message>
        <source>The mail server for reading (%1)</source>
        <translation>Der Mailserver zum Lesen (%1)</translation>
    </message>
    <message>
        <source>The mail server for sending (%1)</source>
        <translation>Der Mailserver zum Senden (%1)</translation>
    </message>
    <message>
        <source>%1 did not accept this user name and password. Check both; some providers want an app password.</source>
        <translation>%1 hat diesen Benutzernamen und dieses Passwort nicht angenommen. Prüfen Sie beides; manche Anbieter verlangen ein App-Passwort.</translation>
    </message>
    <message>
        <source>%1 could not prove its identity, so your password was not sent. Tell the administrator of this service.</source>
        <translation>%1 konnte seine Identität nicht nachweisen, deshalb wurde Ihr Passwort nicht gesendet. Sagen Sie es dem Administrator dieses Dienstes.</translation>
    </message>
    <message>
        <source>%1 cannot be reached at the moment. Try again in a minute.</source>
        <translation>%1 ist im Moment nicht erreichbar. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not behave as expected, so the login could not be checked. Tell the administrator of this service.</source>
        <translation>%1 hat sich nicht wie erwartet verhalten, deshalb konnte die Anmeldung nicht geprüft werden. Sagen Sie es dem Administrator dieses Dienstes.</translation>
    </message>
    <message>
        <source>Read and search your mail</source>
        <translation>Ihre E-Mails lesen und durchsuchen</translation>
    </message>
    <message>
        <source>Move mail and change flags such as “read”</source>
        <translation>E-Mails verschieben und Markierungen wie „gelesen“ ändern</translation>
    </message>
    <message>
        <source>Save drafts for you to send</source>
        <translation>Entwürfe speichern, die Sie senden</translation>
    </message>
    <message>
        <source>Delete mail for good</source>
        <translation>E-Mails endgültig löschen</translation>
    </message>
    <message>
        <source>Send mail in your name</source>
        <translation>E-Mails in Ihrem Namen senden</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Fehler:</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>Postfach verbinden</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail.</source>
        <translation>Ein Programm von &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, das sich &lt;strong&gt;{{clientName}}&lt;/strong&gt; nennt, möchte mit Ihren E-Mails arbeiten.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail.</source>
        <translation>Ein Programm, das sich &lt;strong&gt;{{clientName}}&lt;/strong&gt; nennt, möchte mit Ihren E-Mails arbeiten.</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt von</translation>
    </message>
    <message>
        <source>Sends you back to</source>
        <translation>Führt Sie zurück zu</translation>
    </message>
    <message>
        <source>Nobody has checked this name. Go on only if you started the connection yourself, just now, and know where you will be sent back to.</source>
        <translation>Niemand hat diesen Namen geprüft. Fahren Sie nur fort, wenn Sie die Verbindung gerade selbst begonnen haben und wissen, wohin Sie zurückgeführt werden.</translation>
    </message>
    <message>
        <source>You will be sent back to a program on this computer. Go on only if you started the connection yourself, just now, from a program you trust.</source>
        <translation>Sie werden zu einem Programm auf diesem Computer zurückgeführt. Fahren Sie nur fort, wenn Sie die Verbindung gerade selbst begonnen haben, aus einem Programm, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>(it says which mail server is yours)</source>
        <translation>(sie sagt, welcher Mailserver Ihrer ist)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step 1 of 2. You log in and choose what the program may do on the next page.</source>
        <translation>Schritt 1 von 2. Auf der nächsten Seite melden Sie sich an und wählen, was das Programm darf.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>&lt;strong&gt;{{clientName}}&lt;/strong&gt; möchte mit Ihren E-Mails arbeiten. Melden Sie sich mit Benutzername und Passwort Ihres Postfachs an, um das zu erlauben.</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>Ein Programm von &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, das sich &lt;strong&gt;{{clientName}}&lt;/strong&gt; nennt, möchte mit Ihren E-Mails arbeiten. Melden Sie sich mit Benutzername und Passwort Ihres Postfachs an, um das zu erlauben.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>Ein Programm, das sich &lt;strong&gt;{{clientName}}&lt;/strong&gt; nennt, möchte mit Ihren E-Mails arbeiten. Melden Sie sich mit Benutzername und Passwort Ihres Postfachs an, um das zu erlauben.</translation>
    </message>
    <message>
        <source>Reads from</source>
        <translation>Liest von</translation>
    </message>
    <message>
        <source>Sends through</source>
        <translation>Sendet über</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>(shown to people you write to)</source>
        <translation>(sehen die, denen Sie schreiben)</translation>
    </message>
    <message>
        <source>Mailbox login</source>
        <translation>Anmeldung am Postfach</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>(empty: the e-mail address)</source>
        <translation>(leer: die E-Mail-Adresse)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>If your provider offers app passwords, make one for this and use it here.</source>
        <translation>Wenn Ihr Anbieter App-Passwörter anbietet, legen Sie dafür eines an und verwenden Sie es hier.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Use the same login for sending mail</source>
        <translation>Dieselbe Anmeldung zum Senden verwenden</translation>
    </message>
    <message>
        <source>User name for sending</source>
        <translation>Benutzername zum Senden</translation>
    </message>
    <message>
        <source>Password for sending</source>
        <translation>Passwort zum Senden</translation>
    </message>
    <message>
        <source>What {{clientName}} may do</source>
        <translation>Was {{clientName}} darf</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Your password is checked with your mail server now. It is not stored here: it travels, sealed so that only this server can open it, in the access that {{clientName}} receives.</source>
        <translation>Ihr Passwort wird jetzt mit Ihrem Mailserver geprüft. Es wird hier nicht gespeichert: Es reist, versiegelt, sodass nur dieser Server es öffnen kann, in dem Zugang mit, den {{clientName}} erhält.</translation>
    </message>
    <message>
        <source>An assistant</source>
        <translation>Ein Assistent</translation>
    </message>
    <message>
        <source>This client was made by an earlier version and must be re-issued by the administrator.</source>
        <translation>Dieser Client stammt von einer früheren Version und muss vom Administrator neu ausgestellt werden.</translation>
    </message>
    <message>
        <source>Ask me before anything is sent or deleted</source>
        <translation>Mich fragen, bevor etwas gesendet oder gelöscht wird</translation>
    </message>
    <message>
        <source>Your assistant then has to show you what it wants to send or delete, and to wait for your answer.</source>
        <translation>Ihr Assistent muss Ihnen dann zeigen, was er senden oder löschen will, und Ihre Antwort abwarten.</translation>
    </message>
    <message>
        <source>You are always asked before anything is sent or deleted. The administrator of this service wants it so.</source>
        <translation>Sie werden immer gefragt, bevor etwas gesendet oder gelöscht wird. So will es der Administrator dieses Dienstes.</translation>
    </message>
    <message>
        <source>Put the new ENCRYPTION_KEYS into the settings of the server in place of the old one, and take ENCRYPTION_KEY out: it is in the new line as “default”.</source>
        <translation>Setzen Sie das neue ENCRYPTION_KEYS anstelle des alten in die Einstellungen des Servers und nehmen Sie ENCRYPTION_KEY heraus: Er steht in der neuen Zeile als „default“.</translation>
    </message>
    <message>
        <source>Reload the server (systemctl reload mail-mcp, or SIGHUP). Nobody is logged out. If several servers share the keys, first add the new key at the end of the line on all of them and reload, and only then put it in front: no server may seal what another cannot open yet.</source>
        <translation>Lassen Sie den Server neu laden (systemctl reload mail-mcp oder SIGHUP). Niemand wird abgemeldet. Wenn mehrere Server die Schlüssel teilen, hängen Sie den neuen Schlüssel zuerst auf allen ans Ende der Zeile und laden neu; erst danach setzen Sie ihn an den Anfang: Kein Server darf versiegeln, was ein anderer noch nicht öffnen kann.</translation>
    </message>
    <message>
        <source>Make new clients for everybody whose client ID is older. It ends together with the key that it was made with.</source>
        <translation>Erstellen Sie neue Clients für alle, deren Client-ID älter ist. Sie endet zusammen mit dem Schlüssel, mit dem sie erstellt wurde.</translation>
    </message>
    <message>
        <source>Remove the older keys (%1) when all clients are new and REFRESH_TOKEN_TTL (30 days, unless you set it) has passed since the reload. What they have sealed ends then.</source>
        <translation>Entfernen Sie die älteren Schlüssel (%1), wenn alle Clients neu sind und seit dem Neuladen REFRESH_TOKEN_TTL (30 Tage, wenn Sie es nicht gesetzt haben) vergangen ist. Was sie versiegelt haben, endet dann.</translation>
    </message>
    <message>
        <source>If somebody may know an older key, do not wait: remove it at once, which ends every client and every login that it has sealed.</source>
        <translation>Wenn jemand einen älteren Schlüssel kennen könnte, warten Sie nicht: Entfernen Sie ihn sofort. Das beendet jeden Client und jede Anmeldung, die er versiegelt hat.</translation>
    </message>
    <message>
        <source>A client can have at most %1 redirect URIs.</source>
        <translation>Ein Client kann höchstens %1 Redirect-URIs haben.</translation>
    </message>
    <message>
        <source>Allow at least one thing: a client without any permission is of no use.</source>
        <translation>Erlauben Sie wenigstens etwas: Ein Client ganz ohne Berechtigung nützt niemandem.</translation>
    </message>
    <message>
        <source>There is nothing to ask about: the client may neither send nor delete. Allow one of the two, or do not ask.</source>
        <translation>Es gibt nichts zu fragen: Der Client darf weder senden noch löschen. Erlauben Sie eines von beiden oder fragen Sie nicht.</translation>
    </message>
    <message>
        <source>The name is too long: at most %1 bytes can be used.</source>
        <translation>Der Name ist zu lang: Höchstens %1 Byte sind möglich.</translation>
    </message>
    <message>
        <source>The lifetime must be a number of days from 1 to %1.</source>
        <translation>Die Lebensdauer muss eine Zahl von Tagen zwischen 1 und %1 sein.</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>Der Name des Servers fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server. Write one such as mail.example.com, without a port.</source>
        <translation>„%1“ ist kein Name eines Servers. Schreiben Sie einen wie mail.example.com, ohne Port.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>Der Port muss eine Zahl von 1 bis 65535 sein.</translation>
    </message>
    <message>
        <source>Only servers on this computer (127.0.0.1, ::1, localhost) can be used without encryption.</source>
        <translation>Ohne Verschlüsselung können nur Server auf diesem Computer verwendet werden (127.0.0.1, ::1, localhost).</translation>
    </message>
    <message>
        <source>You named this server, and it answers.</source>
        <translation>Sie haben diesen Server genannt, und er antwortet.</translation>
    </message>
    <message>
        <source>These are the known settings of %1.</source>
        <translation>Das sind die bekannten Einstellungen von %1.</translation>
    </message>
    <message>
        <source>The domain itself publishes this at %1.</source>
        <translation>Die Domain selbst veröffentlicht das unter %1.</translation>
    </message>
    <message>
        <source>Thunderbird’s database says so: %1.</source>
        <translation>Das sagt die Datenbank von Thunderbird: %1.</translation>
    </message>
    <message>
        <source>The name service says so, in the record %1.</source>
        <translation>Das sagt der Namensdienst im Eintrag %1.</translation>
    </message>
    <message>
        <source>This is a guess by usual names; a server answers there with a good certificate.</source>
        <translation>Das ist aus üblichen Namen geraten; dort antwortet ein Server mit einem guten Zertifikat.</translation>
    </message>
    <message>
        <source>%1 does not take the password of the account here. Make an app password (also called authorisation code) in its security settings and use that.</source>
        <translation>%1 nimmt hier nicht das Kennwort des Kontos an. Erstellen Sie in den Sicherheitseinstellungen ein App-Passwort (auch Autorisierungscode genannt) und verwenden Sie dieses.</translation>
    </message>
    <message>
        <source>%1 takes no passwords from mail programs any more, only OAuth logins of registered programs. Its mailboxes cannot be used here unless the administrator allows passwords again.</source>
        <translation>%1 nimmt von Mailprogrammen keine Kennwörter mehr an, nur OAuth-Anmeldungen registrierter Programme. Die Postfächer können hier nicht verwendet werden, solange der Administrator Kennwörter nicht wieder erlaubt.</translation>
    </message>
    <message>
        <source>IMAP is off at first. Switch it on in the mail settings on the web pages of %1.</source>
        <translation>IMAP ist zunächst ausgeschaltet. Schalten Sie es in den E-Mail-Einstellungen auf den Webseiten von %1 ein.</translation>
    </message>
    <message>
        <source>Mail programs have a password of their own at %1, which is set in the customer centre.</source>
        <translation>Mailprogramme haben bei %1 ein eigenes Kennwort, das im Kundencenter festgelegt wird.</translation>
    </message>
    <message>
        <source>The mail of %1 can only be reached through its program Bridge, which has to run on the same computer as this server and whose certificate has to be trusted.</source>
        <translation>Die Mail von %1 ist nur über das Programm Bridge erreichbar, das auf demselben Computer wie dieser Server laufen und dessen Zertifikat vertraut werden muss.</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only on plans that are paid for.</source>
        <translation>%1 lässt Mailprogramme nur in bezahlten Tarifen zu.</translation>
    </message>
    <message>
        <source>Accounts of %1 that were made for another region have servers of that region.</source>
        <translation>Konten von %1, die für eine andere Region angelegt wurden, haben Server dieser Region.</translation>
    </message>
    <message>
        <source>%1 See %2</source>
        <translation>%1 Siehe %2</translation>
    </message>
    <message>
        <source>Type an e-mail address or the name of a mail server.</source>
        <translation>Geben Sie eine E-Mail-Adresse oder den Namen eines Mailservers ein.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write one such as alice@example.com.</source>
        <translation>„%1“ ist keine E-Mail-Adresse. Schreiben Sie eine wie alice@example.com.</translation>
    </message>
    <message>
        <source>“%1” is neither an e-mail address nor the name of a mail server. Write alice@example.com or mail.example.com, without a port.</source>
        <translation>„%1“ ist weder eine E-Mail-Adresse noch der Name eines Mailservers. Schreiben Sie alice@example.com oder mail.example.com, ohne Port.</translation>
    </message>
    <message>
        <source>In Claude on the web or in Claude Desktop</source>
        <translation>In Claude im Web oder in Claude Desktop</translation>
    </message>
    <message>
        <source>Open Settings → Connectors and choose “Add custom connector”.</source>
        <translation>Öffnen Sie Settings → Connectors und wählen Sie „Add custom connector“.</translation>
    </message>
    <message>
        <source>Name: %1. URL of the server: %2</source>
        <translation>Name: %1. URL des Servers: %2</translation>
    </message>
    <message>
        <source>Open “Advanced settings” and paste the client ID and the client secret.</source>
        <translation>Öffnen Sie „Advanced settings“ und fügen Sie Client-ID und Client-Secret ein.</translation>
    </message>
    <message>
        <source>Choose “Add”, then “Connect”, and log in to the mailbox.</source>
        <translation>Wählen Sie „Add“, dann „Connect“, und melden Sie sich am Postfach an.</translation>
    </message>
    <message>
        <source>Anthropic’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>Die Verbindung stellen Server von Anthropic her, daher muss dieser Server aus dem Internet über https erreichbar sein.</translation>
    </message>
    <message>
        <source>Claude Desktop ignores remote servers in claude_desktop_config.json; the connector is for all of Claude’s programs.</source>
        <translation>Claude Desktop beachtet entfernte Server in claude_desktop_config.json nicht; der Connector gilt für alle Programme von Claude.</translation>
    </message>
    <message>
        <source>Run this once; it asks for the client secret</source>
        <translation>Führen Sie dies einmal aus; es fragt nach dem Client-Secret</translation>
    </message>
    <message>
        <source>Run this once</source>
        <translation>Führen Sie dies einmal aus</translation>
    </message>
    <message>
        <source>Or, for everybody who works on a project, without the secret</source>
        <translation>Oder, für alle, die an einem Projekt arbeiten, ohne das Secret</translation>
    </message>
    <message>
        <source>Type /mcp in Claude Code to log in to the mailbox.</source>
        <translation>Geben Sie in Claude Code /mcp ein, um sich am Postfach anzumelden.</translation>
    </message>
    <message>
        <source>In ChatGPT on the web, with developer mode on</source>
        <translation>In ChatGPT im Web, mit eingeschaltetem Entwicklermodus</translation>
    </message>
    <message>
        <source>Open Settings → Apps &amp; Connectors → Advanced settings and switch on developer mode.</source>
        <translation>Öffnen Sie Settings → Apps &amp; Connectors → Advanced settings und schalten Sie den Entwicklermodus ein.</translation>
    </message>
    <message>
        <source>Go back and choose “Create”. Name: %1. URL of the MCP server: %2</source>
        <translation>Gehen Sie zurück und wählen Sie „Create“. Name: %1. URL des MCP-Servers: %2</translation>
    </message>
    <message>
        <source>Authentication: OAuth. Paste the client ID and the client secret.</source>
        <translation>Authentifizierung: OAuth. Fügen Sie Client-ID und Client-Secret ein.</translation>
    </message>
    <message>
        <source>Choose “Create” and log in to the mailbox.</source>
        <translation>Wählen Sie „Create“ und melden Sie sich am Postfach an.</translation>
    </message>
    <message>
        <source>If ChatGPT shows a callback URL of its own (https://chatgpt.com/connector/oauth/…), make the client with that redirect URI.</source>
        <translation>Wenn ChatGPT eine eigene Callback-URL zeigt (https://chatgpt.com/connector/oauth/…), erstellen Sie den Client mit dieser Redirect-URI.</translation>
    </message>
    <message>
        <source>OpenAI’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>Die Verbindung stellen Server von OpenAI her, daher muss dieser Server aus dem Internet über https erreichbar sein.</translation>
    </message>
    <message>
        <source>For one project</source>
        <translation>Für ein Projekt</translation>
    </message>
    <message>
        <source>VS Code asks for the client secret when it connects. For all projects, run “MCP: Open User Configuration” and put the same there.</source>
        <translation>VS Code fragt beim Verbinden nach dem Client-Secret. Für alle Projekte führen Sie „MCP: Open User Configuration“ aus und tragen dort dasselbe ein.</translation>
    </message>
    <message>
        <source>For all projects; for one alone in .cursor/mcp.json</source>
        <translation>Für alle Projekte; für ein einzelnes in .cursor/mcp.json</translation>
    </message>
    <message>
        <source>Without the secret in the file, Cursor reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Ohne das Secret in der Datei liest Cursor es aus der Umgebungsvariablen MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>A file of servers</source>
        <translation>Eine Datei mit Servern</translation>
    </message>
    <message>
        <source>Then run, in the same folder</source>
        <translation>Führen Sie dann im selben Ordner aus</translation>
    </message>
    <message>
        <source>Where CLIENT_SECRET stands, put the client secret.</source>
        <translation>Wo CLIENT_SECRET steht, setzen Sie das Client-Secret ein.</translation>
    </message>
    <message>
        <source>The client, in a file that only you can read (chmod 600)</source>
        <translation>Der Client, in einer Datei, die nur Sie lesen können (chmod 600)</translation>
    </message>
    <message>
        <source>For a program that starts local servers, such as Claude Desktop; put the real path in</source>
        <translation>Für ein Programm, das lokale Server startet, wie Claude Desktop; setzen Sie den wirklichen Pfad ein</translation>
    </message>
    <message>
        <source>Without the secret in the file, mcp-remote reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Ohne das Secret in der Datei liest mcp-remote es aus der Umgebungsvariablen MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings</source>
        <translation>Fügen Sie dies den Einstellungen hinzu</translation>
    </message>
    <message>
        <source>Type /mcp auth in Gemini CLI to log in to the mailbox.</source>
        <translation>Geben Sie in Gemini CLI /mcp auth ein, um sich am Postfach anzumelden.</translation>
    </message>
    <message>
        <source>Without the secret in the file, Gemini CLI reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Ohne das Secret in der Datei liest Gemini CLI es aus der Umgebungsvariablen MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings, with the real path</source>
        <translation>Fügen Sie dies mit dem wirklichen Pfad den Einstellungen hinzu</translation>
    </message>
    <message>
        <source>Codex itself sends no client secret, so it connects through mcp-remote.</source>
        <translation>Codex selbst sendet kein Client-Secret, daher verbindet es sich über mcp-remote.</translation>
    </message>
</context>
</TS>
