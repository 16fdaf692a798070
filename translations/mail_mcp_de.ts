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
    <message>
        <source>It has expired.</source>
        <translation>Es ist abgelaufen.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Es gilt noch nicht.</translation>
    </message>
    <message>
        <source>It is for another name.</source>
        <translation>Es ist für einen anderen Namen.</translation>
    </message>
    <message>
        <source>It is self-signed.</source>
        <translation>Es ist selbst signiert.</translation>
    </message>
    <message>
        <source>Its authority is not known.</source>
        <translation>Seine Zertifizierungsstelle ist nicht bekannt.</translation>
    </message>
    <message>
        <source>It signed another one and must not.</source>
        <translation>Es hat ein anderes signiert und darf das nicht.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Es wurde widerrufen.</translation>
    </message>
    <message>
        <source>It cannot be trusted.</source>
        <translation>Ihm kann nicht vertraut werden.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>TLS-Version</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Ways to log in</source>
        <translation>Anmeldearten</translation>
    </message>
    <message>
        <source>Way of logging in</source>
        <translation>Anmeldeart</translation>
    </message>
    <message>
        <source>Other folders</source>
        <translation>Andere Ordner</translation>
    </message>
    <message>
        <source>Largest message in bytes</source>
        <translation>Größte Nachricht in Bytes</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>Zertifikat %1</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>%1 messages, %2 unread</source>
        <translation>%1 Nachrichten, %2 ungelesen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>Nicht geprüft.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message>
        <source>Everything works, as far as it can be seen without a login.</source>
        <translation>Alles funktioniert, soweit es sich ohne Anmeldung zeigt.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>Der Server sagte</translation>
    </message>
    <message>
        <source>Look up the name</source>
        <translation>Namen nachschlagen</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>Verschlüsseln (TLS)</translation>
    </message>
    <message>
        <source>Encrypt (STARTTLS)</source>
        <translation>Verschlüsseln (STARTTLS)</translation>
    </message>
    <message>
        <source>Capabilities with TLS</source>
        <translation>Fähigkeiten mit TLS</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Capabilities after the login</source>
        <translation>Fähigkeiten nach der Anmeldung</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Limits for sending</source>
        <translation>Grenzen beim Senden</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Testnachricht senden</translation>
    </message>
    <message>
        <source>Find the test message</source>
        <translation>Testnachricht finden</translation>
    </message>
    <message>
        <source>Delete the test message</source>
        <translation>Testnachricht löschen</translation>
    </message>
    <message>
        <source>“%1” is no server.</source>
        <translation>„%1“ ist kein Server.</translation>
    </message>
    <message>
        <source>A host name and a port from 1 to 65535 are needed.</source>
        <translation>Nötig sind ein Hostname und ein Port von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Check the host name and the port.</source>
        <translation>Prüfen Sie Hostname und Port.</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>Es gibt keinen Server namens %1.</translation>
    </message>
    <message>
        <source>The name is misspelt, or its DNS entry is missing.</source>
        <translation>Der Name ist falsch geschrieben, oder sein DNS-Eintrag fehlt.</translation>
    </message>
    <message>
        <source>Check the spelling of the host name; it often begins with “imap.”, “smtp.” or “mail.”.</source>
        <translation>Prüfen Sie die Schreibweise des Hostnamens; oft beginnt er mit „imap.“, „smtp.“ oder „mail.“.</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up.</source>
        <translation>Der Name %1 konnte nicht nachgeschlagen werden.</translation>
    </message>
    <message>
        <source>The name service of this computer did not answer.</source>
        <translation>Der Namensdienst dieses Rechners hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network and DNS settings, then try again.</source>
        <translation>Prüfen Sie die Netz- und DNS-Einstellungen dieses Rechners und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 lehnt Verbindungen ab.</translation>
    </message>
    <message>
        <source>The server is there, but nothing listens on this port.</source>
        <translation>Der Server ist da, aber auf diesem Port lauscht nichts.</translation>
    </message>
    <message>
        <source>Check the port: usually 993 or 143 for IMAP, 465 or 587 for SMTP.</source>
        <translation>Prüfen Sie den Port: üblich sind 993 oder 143 für IMAP, 465 oder 587 für SMTP.</translation>
    </message>
    <message>
        <source>%1 cannot be reached over the network.</source>
        <translation>%1 ist über das Netz nicht erreichbar.</translation>
    </message>
    <message>
        <source>There is no way to this address, or a firewall refuses it.</source>
        <translation>Zu dieser Adresse führt kein Weg, oder eine Firewall lehnt sie ab.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network, its IPv6 included, and its firewall.</source>
        <translation>Prüfen Sie das Netz dieses Rechners, auch IPv6, und seine Firewall.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>A firewall usually drops such connections silently; some providers block mail ports.</source>
        <translation>Meist verwirft eine Firewall solche Verbindungen stillschweigend; manche Anbieter sperren Mail-Ports.</translation>
    </message>
    <message>
        <source>Check the port, and whether a firewall lets connections to it out.</source>
        <translation>Prüfen Sie den Port, und ob eine Firewall Verbindungen dorthin hinauslässt.</translation>
    </message>
    <message>
        <source>%1 may not be used without encryption.</source>
        <translation>%1 darf nicht unverschlüsselt benutzt werden.</translation>
    </message>
    <message>
        <source>Only a server on this very computer may be spoken to without TLS: the password would be readable on the way.</source>
        <translation>Nur mit einem Server auf diesem Rechner selbst darf ohne TLS gesprochen werden: Das Passwort wäre unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS.</source>
        <translation>Wählen Sie TLS oder STARTTLS.</translation>
    </message>
    <message>
        <source>%1 does not begin with TLS.</source>
        <translation>%1 beginnt nicht mit TLS.</translation>
    </message>
    <message>
        <source>The port begins in the clear: it is one for STARTTLS.</source>
        <translation>Der Port beginnt unverschlüsselt: Er ist für STARTTLS.</translation>
    </message>
    <message>
        <source>Choose STARTTLS for this port, or the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>Wählen Sie STARTTLS für diesen Port, oder den Port für TLS: 993 für IMAP, 465 für SMTP.</translation>
    </message>
    <message>
        <source>%1 waits for TLS.</source>
        <translation>%1 wartet auf TLS.</translation>
    </message>
    <message>
        <source>The port begins with TLS at once; STARTTLS is not used on it.</source>
        <translation>Der Port beginnt sofort mit TLS; STARTTLS wird auf ihm nicht benutzt.</translation>
    </message>
    <message>
        <source>Choose TLS for this port, or the port for STARTTLS: 143 for IMAP, 587 for SMTP.</source>
        <translation>Wählen Sie TLS für diesen Port, oder den Port für STARTTLS: 143 für IMAP, 587 für SMTP.</translation>
    </message>
    <message>
        <source>%1 only offers encryption that is too old.</source>
        <translation>%1 bietet nur Verschlüsselung an, die zu alt ist.</translation>
    </message>
    <message>
        <source>TLS 1.2 or newer with safe ciphers and keys is needed.</source>
        <translation>Nötig ist TLS 1.2 oder neuer mit sicheren Verfahren und Schlüsseln.</translation>
    </message>
    <message>
        <source>Update the mail server&apos;s TLS settings.</source>
        <translation>Erneuern Sie die TLS-Einstellungen des Mailservers.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>Der TLS-Handshake mit %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log; it usually says why.</source>
        <translation>Sehen Sie ins Protokoll des Mailservers; meist steht dort der Grund.</translation>
    </message>
    <message>
        <source>%1 does not finish the TLS handshake.</source>
        <translation>%1 beendet den TLS-Handshake nicht.</translation>
    </message>
    <message>
        <source>The port may be no TLS port, or something in between, as a firewall or a virus scanner, holds it up.</source>
        <translation>Vielleicht ist es kein TLS-Port, oder etwas dazwischen, etwa eine Firewall oder ein Virenscanner, hält ihn auf.</translation>
    </message>
    <message>
        <source>Check the port and the kind of encryption.</source>
        <translation>Prüfen Sie den Port und die Art der Verschlüsselung.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Renew the certificate and restart the mail server; check that the renewed one is the one it loads.</source>
        <translation>Erneuern Sie das Zertifikat und starten Sie den Mailserver neu; prüfen Sie, ob er das erneuerte lädt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht.</translation>
    </message>
    <message>
        <source>Its time has not begun, or the clock of this computer is wrong.</source>
        <translation>Seine Zeit hat noch nicht begonnen, oder die Uhr dieses Rechners geht falsch.</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>Das Zertifikat von %1 ist für einen anderen Namen.</translation>
    </message>
    <message>
        <source>The names in the certificate do not include this host name.</source>
        <translation>Unter den Namen im Zertifikat ist dieser Hostname nicht.</translation>
    </message>
    <message>
        <source>Use one of the names in the certificate as the host name, or get a certificate for this one.</source>
        <translation>Nehmen Sie einen der Namen im Zertifikat als Hostnamen, oder besorgen Sie ein Zertifikat für diesen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed.</source>
        <translation>Das Zertifikat von %1 ist selbst signiert.</translation>
    </message>
    <message>
        <source>No authority vouches for it, so anybody could have made it.</source>
        <translation>Keine Stelle bürgt dafür, also kann es jeder gemacht haben.</translation>
    </message>
    <message>
        <source>Get a certificate from an authority, or name this certificate as a trusted authority (MAIL_CA_FILE).</source>
        <translation>Besorgen Sie ein Zertifikat einer Zertifizierungsstelle, oder nennen Sie dieses als vertraute Stelle (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 is from an unknown authority.</source>
        <translation>Das Zertifikat von %1 ist von einer unbekannten Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>The authority is not among the trusted ones, or the server does not send its intermediate certificates.</source>
        <translation>Die Stelle gehört nicht zu den vertrauten, oder der Server sendet seine Zwischenzertifikate nicht mit.</translation>
    </message>
    <message>
        <source>Let the mail server send its whole chain, or name your own authority as a trusted one (MAIL_CA_FILE).</source>
        <translation>Lassen Sie den Mailserver die ganze Kette senden, oder nennen Sie Ihre eigene Stelle als vertraute (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>Dem Zertifikat von %1 kann nicht vertraut werden.</translation>
    </message>
    <message>
        <source>It was revoked, its signature or key is too weak, or who signed it was not allowed to.</source>
        <translation>Es wurde widerrufen, seine Signatur oder sein Schlüssel ist zu schwach, oder wer es signiert hat, durfte das nicht.</translation>
    </message>
    <message>
        <source>Get a new certificate.</source>
        <translation>Besorgen Sie ein neues Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate of %1 ends soon.</source>
        <translation>Das Zertifikat von %1 läuft bald ab.</translation>
    </message>
    <message>
        <source>Renew it in time; check that the automatic renewal works.</source>
        <translation>Erneuern Sie es rechtzeitig; prüfen Sie, ob die automatische Erneuerung funktioniert.</translation>
    </message>
    <message>
        <source>The file of trusted authorities cannot be used.</source>
        <translation>Die Datei der vertrauten Stellen ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>It is missing or holds no certificate in PEM form.</source>
        <translation>Sie fehlt oder enthält kein Zertifikat im PEM-Format.</translation>
    </message>
    <message>
        <source>Check the setting MAIL_CA_FILE.</source>
        <translation>Prüfen Sie die Einstellung MAIL_CA_FILE.</translation>
    </message>
    <message>
        <source>%1 says nothing.</source>
        <translation>%1 sagt nichts.</translation>
    </message>
    <message>
        <source>The connection is there, but the server did not answer in time: it may be overloaded, or it may be another kind of server.</source>
        <translation>Die Verbindung steht, aber der Server hat nicht rechtzeitig geantwortet: Er ist vielleicht überlastet oder ein Server anderer Art.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the port and the server&apos;s log.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, prüfen Sie den Port und das Protokoll des Servers.</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 hat die Verbindung beendet.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the server&apos;s log says why. Some servers close when there were too many connections or failed logins.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, steht der Grund im Protokoll des Servers. Manche Server legen nach zu vielen Verbindungen oder falschen Anmeldungen auf.</translation>
    </message>
    <message>
        <source>%1 speaks another protocol.</source>
        <translation>%1 spricht ein anderes Protokoll.</translation>
    </message>
    <message>
        <source>It answers, but not as such a mail server does.</source>
        <translation>Er antwortet, aber nicht wie ein solcher Mailserver.</translation>
    </message>
    <message>
        <source>%1 does not serve this computer.</source>
        <translation>%1 bedient diesen Rechner nicht.</translation>
    </message>
    <message>
        <source>It may block this address, or not be in service just now.</source>
        <translation>Vielleicht sperrt er diese Adresse, oder er ist gerade nicht in Betrieb.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; ask who runs the server.</source>
        <translation>Lesen Sie die Worte des Servers; fragen Sie, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>%1 does not offer STARTTLS.</source>
        <translation>%1 bietet kein STARTTLS an.</translation>
    </message>
    <message>
        <source>Without it the password would be readable on the way, so nothing was sent.</source>
        <translation>Ohne es wäre das Passwort unterwegs lesbar, darum wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Choose the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>Wählen Sie den Port für TLS: 993 für IMAP, 465 für SMTP.</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS, but refuses it.</source>
        <translation>%1 bietet STARTTLS an, lehnt es aber ab.</translation>
    </message>
    <message>
        <source>Its certificate is often missing or cannot be read.</source>
        <translation>Oft fehlt sein Zertifikat oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log.</source>
        <translation>Sehen Sie ins Protokoll des Mailservers.</translation>
    </message>
    <message>
        <source>Somebody slipped bytes in before the encryption with %1 began.</source>
        <translation>Jemand hat Bytes eingeschleust, bevor die Verschlüsselung mit %1 begann.</translation>
    </message>
    <message>
        <source>The server is broken, or somebody on the way is tampering with the connection.</source>
        <translation>Der Server ist fehlerhaft, oder jemand unterwegs manipuliert die Verbindung.</translation>
    </message>
    <message>
        <source>Do not log in over this network before this is explained.</source>
        <translation>Melden Sie sich über dieses Netz nicht an, bevor das geklärt ist.</translation>
    </message>
    <message>
        <source>%1 accepts passwords without TLS.</source>
        <translation>%1 nimmt Passwörter ohne TLS an.</translation>
    </message>
    <message>
        <source>A program that forgets TLS would send its password readable.</source>
        <translation>Ein Programm, das TLS vergisst, würde sein Passwort lesbar senden.</translation>
    </message>
    <message>
        <source>Let the mail server refuse logins before TLS.</source>
        <translation>Lassen Sie den Mailserver Anmeldungen vor TLS ablehnen.</translation>
    </message>
    <message>
        <source>%1 accepts no logins here.</source>
        <translation>%1 nimmt hier keine Anmeldung an.</translation>
    </message>
    <message>
        <source>It allows them only with encryption, or not at all (LOGINDISABLED).</source>
        <translation>Er erlaubt sie nur verschlüsselt oder gar nicht (LOGINDISABLED).</translation>
    </message>
    <message>
        <source>%1 offers no login (SMTP AUTH).</source>
        <translation>%1 bietet keine Anmeldung an (SMTP AUTH).</translation>
    </message>
    <message>
        <source>The port is often the one for mail between servers (25), or logins are switched off.</source>
        <translation>Oft ist es der Port für Mail zwischen Servern (25), oder die Anmeldung ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Use the port for sending, 465 or 587, or have SMTP AUTH switched on.</source>
        <translation>Nehmen Sie den Port zum Senden, 465 oder 587, oder lassen Sie SMTP AUTH einschalten.</translation>
    </message>
    <message>
        <source>%1 offers no way to log in with a password that is known here.</source>
        <translation>%1 bietet keine Anmeldung mit Passwort an, die hier bekannt ist.</translation>
    </message>
    <message>
        <source>Have PLAIN, LOGIN or SCRAM-SHA-256 switched on at the server.</source>
        <translation>Lassen Sie PLAIN, LOGIN oder SCRAM-SHA-256 auf dem Server einschalten.</translation>
    </message>
    <message>
        <source>%1 accepts OAuth only, no passwords.</source>
        <translation>%1 nimmt nur OAuth an, keine Passwörter.</translation>
    </message>
    <message>
        <source>The provider has switched logins with passwords off.</source>
        <translation>Der Anbieter hat die Anmeldung mit Passwort abgeschaltet.</translation>
    </message>
    <message>
        <source>Use an app password, if the provider has them, or have passwords allowed for this mailbox.</source>
        <translation>Nehmen Sie ein App-Passwort, falls der Anbieter das kennt, oder lassen Sie Passwörter für dieses Postfach zu.</translation>
    </message>
    <message>
        <source>%1 refuses the user name or the password.</source>
        <translation>%1 lehnt den Benutzernamen oder das Passwort ab.</translation>
    </message>
    <message>
        <source>One of them is wrong, or the provider wants an app password.</source>
        <translation>Eines davon ist falsch, oder der Anbieter will ein App-Passwort.</translation>
    </message>
    <message>
        <source>Check both; the user name is often the whole e-mail address. With two-factor login create an app password.</source>
        <translation>Prüfen Sie beide; der Benutzername ist oft die ganze E-Mail-Adresse. Bei Zwei-Faktor-Anmeldung erzeugen Sie ein App-Passwort.</translation>
    </message>
    <message>
        <source>%1 wants an app password.</source>
        <translation>%1 will ein App-Passwort.</translation>
    </message>
    <message>
        <source>The account is protected with a second factor, and its usual password does not work for mail programs.</source>
        <translation>Das Konto ist mit einem zweiten Faktor geschützt, und sein übliches Passwort gilt nicht für Mailprogramme.</translation>
    </message>
    <message>
        <source>Create an app password at the provider and use it here.</source>
        <translation>Erzeugen Sie beim Anbieter ein App-Passwort und benutzen Sie es hier.</translation>
    </message>
    <message>
        <source>%1 does not let this mailbox log in this way.</source>
        <translation>%1 lässt dieses Postfach so nicht anmelden.</translation>
    </message>
    <message>
        <source>The provider or the administrator has switched it off.</source>
        <translation>Der Anbieter oder der Administrator hat es abgeschaltet.</translation>
    </message>
    <message>
        <source>Have it switched on for this mailbox.</source>
        <translation>Lassen Sie es für dieses Postfach einschalten.</translation>
    </message>
    <message>
        <source>%1 cannot check the login just now.</source>
        <translation>%1 kann die Anmeldung gerade nicht prüfen.</translation>
    </message>
    <message>
        <source>The server is overloaded, limits logins, or its user database is away.</source>
        <translation>Der Server ist überlastet, begrenzt Anmeldungen, oder seine Benutzerdatenbank ist weg.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>%1 did not prove that it knows the password.</source>
        <translation>%1 hat nicht bewiesen, dass er das Passwort kennt.</translation>
    </message>
    <message>
        <source>It may not be the server it claims to be.</source>
        <translation>Vielleicht ist er nicht der Server, für den er sich ausgibt.</translation>
    </message>
    <message>
        <source>Do not log in before this is explained.</source>
        <translation>Melden Sie sich nicht an, bevor das geklärt ist.</translation>
    </message>
    <message>
        <source>The folders could not be listed.</source>
        <translation>Die Ordner konnten nicht aufgelistet werden.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; the mailbox may be damaged or not set up yet.</source>
        <translation>Lesen Sie die Worte des Servers; vielleicht ist das Postfach beschädigt oder noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The server does not tell how full the mailbox is.</source>
        <translation>Der Server sagt nicht, wie voll das Postfach ist.</translation>
    </message>
    <message>
        <source>The mailbox is nearly full.</source>
        <translation>Das Postfach ist fast voll.</translation>
    </message>
    <message>
        <source>Delete mail, or get more room.</source>
        <translation>Löschen Sie Mail, oder besorgen Sie mehr Platz.</translation>
    </message>
    <message>
        <source>The mailbox is full.</source>
        <translation>Das Postfach ist voll.</translation>
    </message>
    <message>
        <source>New messages are refused.</source>
        <translation>Neue Nachrichten werden abgelehnt.</translation>
    </message>
    <message>
        <source>%1 refuses the sender&apos;s address.</source>
        <translation>%1 lehnt die Absenderadresse ab.</translation>
    </message>
    <message>
        <source>The login may not send as this address.</source>
        <translation>Diese Anmeldung darf nicht unter dieser Adresse senden.</translation>
    </message>
    <message>
        <source>Check the e-mail address; it has to belong to the login.</source>
        <translation>Prüfen Sie die E-Mail-Adresse; sie muss zur Anmeldung gehören.</translation>
    </message>
    <message>
        <source>%1 refuses the recipient.</source>
        <translation>%1 lehnt den Empfänger ab.</translation>
    </message>
    <message>
        <source>Check the e-mail address.</source>
        <translation>Prüfen Sie die E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>%1 does not take the message just now.</source>
        <translation>%1 nimmt die Nachricht gerade nicht an.</translation>
    </message>
    <message>
        <source>It asks to try again later, as greylisting does with unknown senders.</source>
        <translation>Er bittet um einen späteren Versuch, wie es Greylisting bei unbekannten Absendern tut.</translation>
    </message>
    <message>
        <source>Try again in some minutes. Clients that log in should not be greylisted; ask who runs the server.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal. Wer sich anmeldet, sollte davon nicht betroffen sein; fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>%1 refuses the message.</source>
        <translation>%1 lehnt die Nachricht ab.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words.</source>
        <translation>Lesen Sie die Worte des Servers.</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 took the message.</source>
        <translation>Niemand weiß, ob %1 die Nachricht angenommen hat.</translation>
    </message>
    <message>
        <source>It was sent, but the confirmation never came.</source>
        <translation>Sie wurde gesendet, aber die Bestätigung kam nie.</translation>
    </message>
    <message>
        <source>Look whether it arrived before sending again.</source>
        <translation>Sehen Sie nach, ob sie ankam, bevor Sie noch einmal senden.</translation>
    </message>
    <message>
        <source>The test message did not arrive in time.</source>
        <translation>Die Testnachricht kam nicht rechtzeitig an.</translation>
    </message>
    <message>
        <source>It is still on its way, was filtered, or went to another folder.</source>
        <translation>Sie ist noch unterwegs, wurde gefiltert oder kam in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Look for it by its subject, and into the mail server&apos;s log.</source>
        <translation>Suchen Sie sie nach ihrem Betreff, und im Protokoll des Mailservers.</translation>
    </message>
    <message>
        <source>The test message arrived among junk mail.</source>
        <translation>Die Testnachricht kam bei der Junk-Mail an.</translation>
    </message>
    <message>
        <source>Check the spam filter, and SPF, DKIM and DMARC of the domain.</source>
        <translation>Prüfen Sie den Spamfilter, und SPF, DKIM und DMARC der Domain.</translation>
    </message>
    <message>
        <source>The test message could not be deleted.</source>
        <translation>Die Testnachricht konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>Löschen Sie sie von Hand.</translation>
    </message>
    <message>
        <source>%1 This took long.</source>
        <translation>%1 Das hat lange gedauert.</translation>
    </message>
    <message>
        <source>The server or the network is slow.</source>
        <translation>Der Server oder das Netz ist langsam.</translation>
    </message>
    <message>
        <source>If it stays so, look at the load of the server, and at its name service: many servers look up who connects.</source>
        <translation>Bleibt es so, prüfen Sie die Last des Servers und seinen Namensdienst: Viele Server schlagen nach, wer sich verbindet.</translation>
    </message>
    <message>
        <source>The time for the diagnosis was over.</source>
        <translation>Die Zeit für die Diagnose war um.</translation>
    </message>
    <message>
        <source>This failed.</source>
        <translation>Das ist gescheitert.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words, and its log.</source>
        <translation>Lesen Sie die Worte des Servers und sein Protokoll.</translation>
    </message>
    <message>
        <source>The server offers %1 extensions.</source>
        <translation>Der Server bietet %1 Erweiterungen an.</translation>
    </message>
    <message>
        <source>Logged in with %1.</source>
        <translation>Angemeldet mit %1.</translation>
    </message>
    <message>
        <source>There are %1 folders.</source>
        <translation>Es gibt %1 Ordner.</translation>
    </message>
    <message>
        <source>The mailbox has no limit.</source>
        <translation>Das Postfach hat keine Grenze.</translation>
    </message>
    <message>
        <source>%1 percent of the mailbox are used.</source>
        <translation>%1 Prozent des Postfachs sind belegt.</translation>
    </message>
    <message>
        <source>Google wants an app password: switch 2-Step Verification on, then create one at https://myaccount.google.com/apppasswords.</source>
        <translation>Google will ein App-Passwort: Schalten Sie die Bestätigung in zwei Schritten ein und erzeugen Sie eines unter https://myaccount.google.com/apppasswords.</translation>
    </message>
    <message>
        <source>Microsoft has switched passwords off for most mailboxes. For sending, an administrator of Microsoft 365 can allow authenticated SMTP for a mailbox; reading needs OAuth.</source>
        <translation>Microsoft hat Passwörter für die meisten Postfächer abgeschaltet. Zum Senden kann ein Administrator von Microsoft 365 authentifiziertes SMTP für ein Postfach erlauben; Lesen braucht OAuth.</translation>
    </message>
    <message>
        <source>Yahoo and AOL want an app password: create one under Account security.</source>
        <translation>Yahoo und AOL wollen ein App-Passwort: Erzeugen Sie eines unter Kontosicherheit.</translation>
    </message>
    <message>
        <source>Apple wants an app-specific password: create one at https://account.apple.com. The user name of IMAP is the part before the @.</source>
        <translation>Apple will ein anwendungsspezifisches Passwort: Erzeugen Sie eines unter https://account.apple.com. Der Benutzername für IMAP ist der Teil vor dem @.</translation>
    </message>
    <message>
        <source>GMX and WEB.DE: switch on access by IMAP in the settings of the mailbox (POP3/IMAP); with two-factor login create an app password.</source>
        <translation>GMX und WEB.DE: Schalten Sie den Zugriff über IMAP in den Einstellungen des Postfachs ein (POP3/IMAP); bei Zwei-Faktor-Anmeldung erzeugen Sie ein App-Passwort.</translation>
    </message>
    <message>
        <source>Fastmail wants an app password: create one under Privacy &amp; Security.</source>
        <translation>Fastmail will ein App-Passwort: Erzeugen Sie eines unter Privacy &amp; Security.</translation>
    </message>
    <message>
        <source>Zoho: switch on access by IMAP in the settings of the mailbox; with two-factor login create an app password.</source>
        <translation>Zoho: Schalten Sie den Zugriff über IMAP in den Einstellungen des Postfachs ein; bei Zwei-Faktor-Anmeldung erzeugen Sie ein App-Passwort.</translation>
    </message>
    <message>
        <source>Switch on access by mail programs in the settings of the mailbox, and create an app password.</source>
        <translation>Schalten Sie den Zugriff von Mailprogrammen in den Einstellungen des Postfachs ein und erzeugen Sie ein App-Passwort.</translation>
    </message>
    <message>
        <source>Proton needs Proton Mail Bridge on this computer; use the password that Bridge shows.</source>
        <translation>Proton braucht Proton Mail Bridge auf diesem Rechner; nehmen Sie das Passwort, das Bridge anzeigt.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Verbunden mit %1.</translation>
    </message>
    <message>
        <source>Nothing listens at %1; that does not matter.</source>
        <translation>Unter %1 lauscht nichts; das macht nichts.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>%1 with %2; the certificate is good.</source>
        <translation>%1 mit %2; das Zertifikat ist gut.</translation>
    </message>
    <message>
        <source>The server took the message.</source>
        <translation>Der Server hat die Nachricht angenommen.</translation>
    </message>
    <message>
        <source>It arrived.</source>
        <translation>Sie ist angekommen.</translation>
    </message>
    <message>
        <source>It is deleted again.</source>
        <translation>Sie ist wieder gelöscht.</translation>
    </message>
    <message>
        <source>This needs a login to both servers.</source>
        <translation>Das braucht eine Anmeldung bei beiden Servern.</translation>
    </message>
    <message>
        <source>This needs the e-mail address of the mailbox.</source>
        <translation>Das braucht die E-Mail-Adresse des Postfachs.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The server names no limit for the size of messages.</source>
        <translation>Der Server nennt keine Grenze für die Größe von Nachrichten.</translation>
    </message>
    <message>
        <source>Messages may have %1 bytes.</source>
        <translation>Nachrichten dürfen %1 Bytes haben.</translation>
    </message>
    <message>
        <source>Diagnosis of mail servers</source>
        <translation>Diagnose von Mailservern</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS; where it is chosen, have logins with passwords switched on for this mailbox.</source>
        <translation>Wählen Sie TLS oder STARTTLS; ist es schon gewählt, lassen Sie Anmeldungen mit Passwort für dieses Postfach einschalten.</translation>
    </message>
    <message>
        <source>The redirect URI &quot;%1&quot; cannot be used: %2</source>
        <translation>Der Redirect-URI „%1“ kann nicht verwendet werden: %2</translation>
    </message>
    <message>
        <source>it must have 1 to 512 characters.</source>
        <translation>Er muss 1 bis 512 Zeichen haben.</translation>
    </message>
    <message>
        <source>it must not have a fragment (#).</source>
        <translation>Er darf kein Fragment (#) haben.</translation>
    </message>
    <message>
        <source>it holds a character that a URI must percent-encode.</source>
        <translation>Er enthält ein Zeichen, das in einem URI mit Prozent kodiert werden muss.</translation>
    </message>
    <message>
        <source>it must look like https://host/path.</source>
        <translation>Er muss aussehen wie https://host/pfad.</translation>
    </message>
    <message>
        <source>it must not hold a user name.</source>
        <translation>Er darf keinen Benutzernamen enthalten.</translation>
    </message>
    <message>
        <source>its host must be a lower-case DNS name, 127.0.0.1 or [::1].</source>
        <translation>Sein Host muss ein DNS-Name in Kleinbuchstaben sein, 127.0.0.1 oder [::1].</translation>
    </message>
    <message>
        <source>its path must not hold &quot;.&quot; or &quot;..&quot; segments.</source>
        <translation>Sein Pfad darf keine Abschnitte „.“ oder „..“ enthalten.</translation>
    </message>
    <message>
        <source>http is allowed for 127.0.0.1, [::1] and localhost only; use https.</source>
        <translation>http ist nur für 127.0.0.1, [::1] und localhost erlaubt; nehmen Sie https.</translation>
    </message>
    <message>
        <source>its scheme is neither https nor that of a known desktop client.</source>
        <translation>Sein Schema ist weder https noch das eines bekannten Desktop-Clients.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 has no closing quote.</source>
        <translation>%1, Zeile %2: Dem Wert von %3 fehlt das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 goes on behind its closing quote.</source>
        <translation>%1, Zeile %2: Der Wert von %3 geht hinter dem schließenden Anführungszeichen weiter.</translation>
    </message>
    <message>
        <source>%1 line %2: expected NAME=value.</source>
        <translation>%1, Zeile %2: Erwartet wird NAME=Wert.</translation>
    </message>
    <message>
        <source>%1 is not standard base64 (it has the &apos;-&apos; or &apos;_&apos; of the URL-safe form): write &apos;+&apos; and &apos;/&apos; instead, or make a new key with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 ist kein Standard-Base64 (es hat das &apos;-&apos; oder &apos;_&apos; der URL-Form): Schreiben Sie stattdessen &apos;+&apos; und &apos;/&apos; oder machen Sie mit &apos;mail_mcp keygen&apos; einen neuen Schlüssel.</translation>
    </message>
    <message>
        <source>%1 is not base64 (44 characters that end in &apos;=&apos; are expected); make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 ist kein Base64 (erwartet werden 44 Zeichen, die mit &apos;=&apos; enden); machen Sie einen mit &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes, but the key must have %3; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 enthält %2 Bytes, der Schlüssel muss aber %3 haben; machen Sie einen mit &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 is one byte repeated, which is no secret; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 ist ein wiederholtes Byte und damit kein Geheimnis; machen Sie einen mit &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS must be a list of NAME:KEY, separated by commas without spaces.</source>
        <translation>ENCRYPTION_KEYS muss eine Liste aus NAME:SCHLÜSSEL sein, getrennt durch Kommas ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has a key without a usable name: give each 1 to 16 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation>In ENCRYPTION_KEYS ist ein Schlüssel ohne brauchbaren Namen: Geben Sie jedem 1 bis 16 Buchstaben, Ziffern, &apos;-&apos; oder &apos;_&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS, key &apos;%1&apos;,</source>
        <translation>ENCRYPTION_KEYS, Schlüssel &apos;%1&apos;,</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY is empty, but it seals every token; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>ENCRYPTION_KEY ist leer, versiegelt aber jedes Token; machen Sie einen mit &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has more than %1 keys; drop those whose tokens have all expired.</source>
        <translation>ENCRYPTION_KEYS hat mehr als %1 Schlüssel; entfernen Sie die, deren Tokens alle abgelaufen sind.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS names the key &apos;%1&apos; twice (&apos;default&apos; is the name of ENCRYPTION_KEY); give each key its own name.</source>
        <translation>ENCRYPTION_KEYS nennt den Schlüssel &apos;%1&apos; zweimal (&apos;default&apos; ist der Name von ENCRYPTION_KEY); geben Sie jedem Schlüssel einen eigenen Namen.</translation>
    </message>
    <message>
        <source>There are already %1 keys, and a server takes no more. First remove the last ones of ENCRYPTION_KEYS, whose tokens have expired.</source>
        <translation>Es gibt schon %1 Schlüssel, und mehr nimmt ein Server nicht. Entfernen Sie erst die letzten von ENCRYPTION_KEYS, deren Tokens abgelaufen sind.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>The file %1 belongs to another user, who knows the key and can change it. Make a copy that is yours alone: install -m 600 %1 NEW_FILE</source>
        <translation>Die Datei %1 gehört einem anderen Benutzer, der den Schlüssel kennt und ändern kann. Machen Sie eine Kopie, die Ihnen allein gehört: install -m 600 %1 NEW_FILE</translation>
    </message>
    <message>
        <source>The file %1 can be used by others than its owner (mode %2), so the key in it may be known. Make it private: chmod 600 %1</source>
        <translation>Die Datei %1 kann nicht nur von ihrem Eigentümer benutzt werden (Modus %2), also kennt vielleicht jemand den Schlüssel darin. Machen Sie sie privat: chmod 600 %1</translation>
    </message>
    <message>
        <source>The file %1 is too large for a file of keys.</source>
        <translation>Die Datei %1 ist zu groß für eine Datei mit Schlüsseln.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>You may not read the file %1.</source>
        <translation>Sie dürfen die Datei %1 nicht lesen.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>That is too much text for keys.</source>
        <translation>Das ist zu viel Text für Schlüssel.</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The BASE_URL in %1 cannot be used. It must be the address of the server without a path, such as https://mail-mcp.example.com.</source>
        <translation>Die BASE_URL in %1 kann nicht verwendet werden. Sie muss die Adresse des Servers ohne Pfad sein, etwa https://mail-mcp.example.com.</translation>
    </message>
    <message>
        <source>The name is not valid UTF-8. Type it anew.</source>
        <translation>Der Name ist kein gültiges UTF-8. Tippen Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>The redirect URIs are too long to fit into one client ID. Make a client for each program.</source>
        <translation>Die Redirect-URIs sind zu lang für eine einzige Client-ID. Machen Sie für jedes Programm einen eigenen Client.</translation>
    </message>
    <message>
        <source>The client could not be sealed with this key. Make or choose another one.</source>
        <translation>Der Client konnte mit diesem Schlüssel nicht versiegelt werden. Machen oder wählen Sie einen anderen.</translation>
    </message>
</context>
</TS>
