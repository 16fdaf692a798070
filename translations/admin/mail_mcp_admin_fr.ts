<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>admin::CertificateDialog</name>
    <message>
        <source>It has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is for other names than the host that was connected to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is signed by itself, by no authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its authority is unknown, or the server leaves out certificates in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It signed another certificate and must not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not to be trusted: its signature or its key is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is wrong with this certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid from: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates, that of the server first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as PEM…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the certificates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ClientPage</name>
    <message>
        <source>A client is the program that reads mail on behalf of people: Claude, ChatGPT, an editor. Mark those that may use it, and the most that people may allow them.

“Generate” makes a client_id and a client_secret. Nobody keeps them: the server opens the client_id with its key. Copy both now; the secret cannot be shown again.

The mail servers of the first page become part of the client. Whoever logs in through it reaches these servers and no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who may connect and what for. The result is shown once and kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs that may use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Other redirect URIs, one a line:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that people may allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person before anything is sent or deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and validity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name on the login page:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Expires after:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the &amp;key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends. It is written nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet. It is the ENCRYPTION_KEY of the server; without it nothing can be made that the server accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choose the key of the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a program, or type a redirect URI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Copy both values now: the secret cannot be shown again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ClientResult</name>
    <message>
        <source>The new client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client_&amp;id:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client_&amp;secret:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to &amp;connect:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program to be connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the secret &amp;into the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to connect the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ConnectPage</name>
    <message>
        <source>Type an e-mail address, or the host of a mail server, and press “Find”. Below each server stands who named it; everything can be changed.

“Test” looks at both servers at the same time, with exactly what stands on this page: name service, connection, encryption and certificates, what the servers can do, and, when user name and password are there, the login and the folders. Nothing in the mailbox is changed unless you ask for a test message.

Choose a step to see why it failed and what to do. Escape cancels. The password is kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the servers of a mailbox and see whether everything works, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail address or &amp;server:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also ask &amp;Thunderbird&apos;s database, which then learns the domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without it, the test ends before the login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a test &amp;message to this address, find it, and delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record the conversation with the servers, without secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answered just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody names mail servers for this address. Type them in below; the mail provider&apos;s help pages have them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one of the two servers was found. Type in the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail servers were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mail servers of %1 were found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name service, which anybody may have changed, names %1. Use it only if you know this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First type a host, or press “Find”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test message needs an e-mail address above, both servers, user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::CopyField</name>
    <message numerus="yes">
        <source>Clear now (%n s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::DiagnosisView</name>
    <message>
        <source>in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cer&amp;tificates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con&amp;versation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a step to see what it found out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation with the servers, without secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html);;Text (*.txt);;JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1. Names of people are shortened in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::Files</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::KeyCard</name>
    <message>
        <source>Key of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;The key is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed each time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the settings file of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a file of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keychain of this desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File with the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a new key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;otate the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no key in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY or ENCRYPTION_KEYS:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain of this desktop has the key now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First save the profile: the key is kept under its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into the settings of a new server as ENCRYPTION_KEY, and into a safe: whoever has it can open every token of the server, and without it all clients have to be made anew.

A server that has clients already needs “Rotate the key” instead.

This program uses the new key from now on, until it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the server have the new keys? Then new clients are made with them from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the new keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::KeysPage</name>
    <message>
        <source>A profile keeps what you typed about one mail service and its clients. Passwords, secrets and keys are never in it, so it can be exported and handed on.

The key is the ENCRYPTION_KEY of the server. It can be read from the server&apos;s settings file or a file of its own, which nobody else may be able to read; it can be kept in the keychain of this desktop, or be typed each time.

To change the key of a running server, use “Rotate the key”: it says step by step what to do, and clients that exist go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep what you typed for the next time, and say where the key of the server is.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::MainWindow</name>
    <message>
        <source>Mail servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Mail MCP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail MCP administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Mail MCP administration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail MCP %1

Mail for AI assistants: finds and tests mail servers, and makes the clients of a Mail MCP server.

Free software under the GNU General Public License, version 3 or later. Without any warranty.

Qt %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Mail MCP</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ProfileCard</name>
    <message>
        <source>Profiles (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the profile:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;do deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile “%1” is deleted. “Undo deletion” brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n profiles are imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All profiles are in %1. There are no secrets in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ProfileStore</name>
    <message>
        <source>%1 holds no profiles that can be read. It stays as it is; move it away to begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such profile any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds no profiles of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New profile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::SecretDialog</name>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ServerCheck</name>
    <message>
        <source>The server does not answer: %1 Is it running, and does the proxy pass requests on to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has the status %1 instead of %2. Does the proxy pass this path on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something answers there, but it is not Mail MCP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/health says ok.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has no “%1”. Does something else answer on this path?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes itself for %1 instead of %2. Set BASE_URL to the address that clients use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks strangers to log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header WWW-Authenticate does not lead to the metadata of this server. Does the proxy remove or change it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>401, and the way to the login is in the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clock is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer has no date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It differs from this computer&apos;s by %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It describes its mailbox service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It describes its login</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ServerForm</name>
    <message>
        <source>Reading mail (IMAP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending mail (SMTP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <comment>IMAP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;ost:</source>
        <comment>SMTP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <comment>IMAP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Po&amp;rt:</source>
        <comment>SMTP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <comment>IMAP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;cryption:</source>
        <comment>SMTP</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SMTP encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message>
        <source>Open connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP sessions in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP sessions kept warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP sessions opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMAP sessions used again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients that listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Check my server” looks at a running Mail MCP server from outside, as a client does: whether it runs, knows its own address, asks strangers to log in, and has the right time.

“Watch” shows its metrics every two seconds. /metrics answers only where the server&apos;s settings allow it, which is on the server&apos;s own computer as a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether a server is set up right, and what it is doing. Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check my server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop watching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no address of a server. It begins with https://, and nothing but a path may follow the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is set up right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n things are not right. See below.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not show its metrics here (status %1). Look at them on its own computer, or allow this one in its setting METRICS_FROM.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>admin::TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
