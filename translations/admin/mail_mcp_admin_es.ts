<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>admin::AuditEntry</name>
    <message>
        <source>Login</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Login refused: wrong password</source>
        <translation>Acceso rechazado: contraseña incorrecta</translation>
    </message>
    <message>
        <source>Login refused: too many attempts</source>
        <translation>Acceso rechazado: demasiados intentos</translation>
    </message>
    <message>
        <source>Access granted</source>
        <translation>Acceso concedido</translation>
    </message>
    <message>
        <source>A code was used twice: it leaked</source>
        <translation>Un código se usó dos veces: se ha filtrado</translation>
    </message>
    <message>
        <source>Access renewed</source>
        <translation>Acceso renovado</translation>
    </message>
    <message>
        <source>An old token was used again: it leaked</source>
        <translation>Se volvió a usar un token antiguo: se ha filtrado</translation>
    </message>
    <message>
        <source>Login ended by its client</source>
        <translation>Acceso terminado por su cliente</translation>
    </message>
    <message>
        <source>Login ended: the mail server refuses it</source>
        <translation>Acceso terminado: el servidor de correo lo rechaza</translation>
    </message>
    <message>
        <source>Every login ended by the administrator</source>
        <translation>Todos los accesos terminados por el administrador</translation>
    </message>
    <message>
        <source>Call refused: it needs another permission</source>
        <translation>Llamada rechazada: necesita otro permiso</translation>
    </message>
    <message>
        <source>Client refused</source>
        <translation>Cliente rechazado</translation>
    </message>
    <message>
        <source>Client revoked by the administrator</source>
        <translation>Cliente revocado por el administrador</translation>
    </message>
    <message>
        <source>Client allowed again by the administrator</source>
        <translation>Cliente admitido de nuevo por el administrador</translation>
    </message>
    <message>
        <source>Client registered itself</source>
        <translation>El cliente se registró por sí mismo</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>Correo enviado</translation>
    </message>
    <message>
        <source>Mail deleted</source>
        <translation>Correo borrado</translation>
    </message>
    <message>
        <source>Mail moved</source>
        <translation>Correo movido</translation>
    </message>
    <message>
        <source>Attachment downloaded</source>
        <translation>Adjunto descargado</translation>
    </message>
    <message>
        <source>Attachment downloaded from S3</source>
        <translation>Adjunto descargado de S3</translation>
    </message>
    <message>
        <source>Download broken off</source>
        <translation>Descarga interrumpida</translation>
    </message>
    <message>
        <source>File uploaded</source>
        <translation>Archivo subido</translation>
    </message>
    <message>
        <source>Upload refused</source>
        <translation>Subida rechazada</translation>
    </message>
    <message>
        <source>Link refused: its access has ended</source>
        <translation>Enlace rechazado: su acceso ha terminado</translation>
    </message>
</context>
<context>
    <name>admin::AuditView</name>
    <message>
        <source>Audit log</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Who got in, who was kept out and what was sent is shown here while a server is watched through its socket.</source>
        <translation>Quién entró, quién fue rechazado y qué se envió se muestra aquí mientras se observa un servidor por su socket.</translation>
    </message>
    <message>
        <source>No entry is like that.</source>
        <translation>Ninguna entrada coincide.</translation>
    </message>
    <message>
        <source>Search in the last entries</source>
        <translation>Buscar en las últimas entradas</translation>
    </message>
    <message>
        <source>&amp;Only refusals and revocations</source>
        <translation>&amp;Solo rechazos y revocaciones</translation>
    </message>
    <message>
        <source>All of the entry</source>
        <translation>La entrada completa</translation>
    </message>
</context>
<context>
    <name>admin::CertificateDialog</name>
    <message>
        <source>It has expired.</source>
        <translation>Ha caducado.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Aún no es válido.</translation>
    </message>
    <message>
        <source>It is for other names than the host that was connected to.</source>
        <translation>Es para otros nombres que el del servidor al que se conectó.</translation>
    </message>
    <message>
        <source>It is signed by itself, by no authority.</source>
        <translation>Está firmado por sí mismo, por ninguna autoridad.</translation>
    </message>
    <message>
        <source>Its authority is unknown, or the server leaves out certificates in between.</source>
        <translation>Su autoridad es desconocida, o el servidor omite certificados intermedios.</translation>
    </message>
    <message>
        <source>It signed another certificate and must not.</source>
        <translation>Firmó otro certificado y no le está permitido.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Fue revocado.</translation>
    </message>
    <message>
        <source>It is not to be trusted: its signature or its key is too weak.</source>
        <translation>No es de fiar: su firma o su clave es demasiado débil.</translation>
    </message>
    <message>
        <source>Nothing is wrong with this certificate.</source>
        <translation>Este certificado no tiene ningún defecto.</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Titular: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Nombres: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>Emisor: %1</translation>
    </message>
    <message>
        <source>Valid from: %1</source>
        <translation>Válido desde: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>Válido hasta: %1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>Clave: %1</translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation>Certificados del servidor</translation>
    </message>
    <message>
        <source>Certificates, that of the server first</source>
        <translation>Certificados, primero el del servidor</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>El certificado</translation>
    </message>
    <message>
        <source>&amp;Save as PEM…</source>
        <translation>&amp;Guardar como PEM…</translation>
    </message>
    <message>
        <source>Save the certificates</source>
        <translation>Guardar los certificados</translation>
    </message>
</context>
<context>
    <name>admin::CheckResults</name>
    <message>
        <source>right</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>dudoso</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>incorrecto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Qué se vio</translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation>Resultados de la comprobación</translation>
    </message>
</context>
<context>
    <name>admin::ClientList</name>
    <message>
        <source>Clients that people have logged in through</source>
        <translation>Clientes por los que alguien ha accedido</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Accesos</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Último uso</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Visto primero</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Nobody has logged in yet.</source>
        <translation>Nadie ha accedido todavía.</translation>
    </message>
    <message>
        <source>They are shown, and can be revoked, while a server is watched through its socket.</source>
        <translation>Se muestran, y pueden revocarse, mientras se observa un servidor por su socket.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Revocar</translation>
    </message>
    <message>
        <source>Allow a&amp;gain</source>
        <translation>Admitir de &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;End every login…</source>
        <translation>&amp;Terminar todos los accesos…</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocado</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Admitido</translation>
    </message>
    <message>
        <source>“%1” is revoked: neither it nor its logins get in any more. “Allow again” takes that back.</source>
        <translation>«%1» está revocado: ni él ni sus accesos entran ya. «Admitir de nuevo» lo deshace.</translation>
    </message>
    <message>
        <source>“%1” is allowed again.</source>
        <translation>«%1» está admitido de nuevo.</translation>
    </message>
    <message>
        <source>Every login has ended. Everybody has to log in again.</source>
        <translation>Todos los accesos han terminado. Todos deben volver a acceder.</translation>
    </message>
</context>
<context>
    <name>admin::ClientPage</name>
    <message>
        <source>A client is the program that reads mail on behalf of people: Claude, ChatGPT, an editor. Mark those that may use it, and the most that people may allow them.

“Generate” makes a client_id and a client_secret. Nobody keeps them: the server opens the client_id with its key. Copy both now; the secret cannot be shown again.

The mail servers of the first page become part of the client. Whoever logs in through it reaches these servers and no others.</source>
        <translation>Un cliente es el programa que lee correo por encargo de alguien: Claude, ChatGPT, un editor. Marque los que pueden usarlo y lo máximo que se les puede permitir.

«Generar» crea un client_id y un client_secret. Nadie los guarda: el servidor abre el client_id con su clave. Copie ambos ahora; el secreto no se puede mostrar otra vez.

Los servidores de correo de la primera página pasan a formar parte del cliente. Quien entra por él llega a estos servidores y a ningún otro.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Cliente nuevo</translation>
    </message>
    <message>
        <source>Choose who may connect and what for. The result is shown once and kept nowhere.</source>
        <translation>Elija quién puede conectarse y para qué. El resultado se muestra una vez y no se guarda en ninguna parte.</translation>
    </message>
    <message>
        <source>Programs that may use it</source>
        <translation>Programas que pueden usarlo</translation>
    </message>
    <message>
        <source>Other &amp;redirect URIs, one a line:</source>
        <translation>&amp;Otras URI de redirección, una por línea:</translation>
    </message>
    <message>
        <source>The most that people may allow</source>
        <translation>Lo máximo que se puede permitir</translation>
    </message>
    <message>
        <source>Ask the person before anything is sent or deleted</source>
        <translation>Preguntar a la persona antes de enviar o borrar algo</translation>
    </message>
    <message>
        <source>Name and validity</source>
        <translation>Nombre y validez</translation>
    </message>
    <message>
        <source>&amp;Name on the login page:</source>
        <translation>&amp;Nombre en la página de acceso:</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>puede quedar vacío</translation>
    </message>
    <message>
        <source>&amp;Expires after:</source>
        <translation>Caduca &amp;después de:</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source> days</source>
        <translation> días</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>Dirección del &amp;servidor:</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>Clave del servidor</translation>
    </message>
    <message>
        <source>Choose the &amp;key…</source>
        <translation>Elegir la c&amp;lave…</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generar</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends. It is written nowhere.</source>
        <translation>La clave «%1» está en la memoria hasta que acabe el programa. No se escribe en ninguna parte.</translation>
    </message>
    <message>
        <source>No key yet. It is the ENCRYPTION_KEY of the server; without it nothing can be made that the server accepts.</source>
        <translation>Todavía no hay clave. Es la ENCRYPTION_KEY del servidor; sin ella no se puede crear nada que el servidor acepte.</translation>
    </message>
    <message>
        <source>First choose the key of the server.</source>
        <translation>Elija primero la clave del servidor.</translation>
    </message>
    <message>
        <source>Mark a program, or type a redirect URI.</source>
        <translation>Marque un programa o escriba una URI de redirección.</translation>
    </message>
    <message>
        <source>Done. Copy both values now: the secret cannot be shown again.</source>
        <translation>Hecho. Copie ambos valores ahora: el secreto no se puede mostrar otra vez.</translation>
    </message>
    <message>
        <source>The secret is forgotten.</source>
        <translation>El secreto se ha olvidado.</translation>
    </message>
</context>
<context>
    <name>admin::ClientResult</name>
    <message>
        <source>The new client</source>
        <translation>El cliente nuevo</translation>
    </message>
    <message>
        <source>&amp;client_id:</source>
        <translation>client_&amp;id:</translation>
    </message>
    <message>
        <source>client_&amp;secret:</source>
        <translation>cli&amp;ent_secret:</translation>
    </message>
    <message>
        <source>How &amp;to connect:</source>
        <translation>&amp;Cómo conectar:</translation>
    </message>
    <message>
        <source>Program to be connected</source>
        <translation>Programa que se conecta</translation>
    </message>
    <message>
        <source>Put the secret &amp;into the text</source>
        <translation>&amp;Poner el secreto en el texto</translation>
    </message>
    <message>
        <source>How to connect the program</source>
        <translation>Cómo conectar el programa</translation>
    </message>
    <message>
        <source>C&amp;opy this text</source>
        <translation>Copiar este &amp;texto</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>Copiado. El portapapeles se vacía en un minuto.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>I have &amp;both: forget the secret</source>
        <translation>Tengo ambos: olvida&amp;r el secreto</translation>
    </message>
</context>
<context>
    <name>admin::ConnectPage</name>
    <message>
        <source>Type an e-mail address, or the host of a mail server, and press “Find”. Below each server stands who named it; everything can be changed.

“Test” looks at both servers at the same time, with exactly what stands on this page: name service, connection, encryption and certificates, what the servers can do, and, when user name and password are there, the login and the folders. Nothing in the mailbox is changed unless you ask for a test message.

Choose a step to see why it failed and what to do. Escape cancels. The password is kept nowhere.</source>
        <translation>Escriba una dirección de correo o el nombre de un servidor y pulse «Buscar». Debajo de cada servidor consta quién lo nombró; todo se puede cambiar.

«Probar» examina ambos servidores a la vez, exactamente con lo que hay en esta página: servicio de nombres, conexión, cifrado y certificados, lo que saben hacer los servidores y, si hay usuario y contraseña, el acceso y las carpetas. En el buzón no se cambia nada, salvo que pida un mensaje de prueba.

Elija un paso para ver por qué falló y qué hacer. Escape cancela. La contraseña no se guarda en ninguna parte.</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>Servidores de correo</translation>
    </message>
    <message>
        <source>Find the servers of a mailbox and see whether everything works, step by step.</source>
        <translation>Buscar los servidores de un buzón y ver, paso a paso, si todo funciona.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>E-&amp;mail address or server:</source>
        <translation>&amp;Dirección de correo o servidor:</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>Also as&amp;k Thunderbird&apos;s database, which then learns the domain</source>
        <translation>Preguntar también a la base de datos de Thunderbird, &amp;que así conoce el dominio</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>U&amp;suario:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Co&amp;ntraseña:</translation>
    </message>
    <message>
        <source>without it, the test ends before the login</source>
        <translation>sin ella, la prueba acaba antes del acceso</translation>
    </message>
    <message>
        <source>Send a test messa&amp;ge to this address, find it, and delete it</source>
        <translation>Enviar un mensa&amp;je de prueba a esta dirección, encontrarlo y borrarlo</translation>
    </message>
    <message>
        <source>&amp;Record the conversation with the servers, without secrets</source>
        <translation>&amp;Registrar la conversación con los servidores, sin secretos</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>Pr&amp;obar</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Cance&amp;lar</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>Buscando… %1</translation>
    </message>
    <message>
        <source>It answered just now.</source>
        <translation>Acaba de responder.</translation>
    </message>
    <message>
        <source>Nobody names mail servers for this address. Type them in below; the mail provider&apos;s help pages have them.</source>
        <translation>Nadie nombra servidores de correo para esta dirección. Escríbalos abajo; están en las páginas de ayuda del proveedor.</translation>
    </message>
    <message>
        <source>Only one of the two servers was found. Type in the other one.</source>
        <translation>Solo se encontró uno de los dos servidores. Escriba el otro.</translation>
    </message>
    <message>
        <source>The mail servers were found.</source>
        <translation>Se encontraron los servidores de correo.</translation>
    </message>
    <message>
        <source>The mail servers of %1 were found.</source>
        <translation>Se encontraron los servidores de correo de %1.</translation>
    </message>
    <message>
        <source>The name service, which anybody may have changed, names %1. Use it only if you know this host.</source>
        <translation>El servicio de nombres, que cualquiera puede haber alterado, nombra %1. Úselo solo si conoce ese servidor.</translation>
    </message>
    <message>
        <source>First type a host, or press “Find”.</source>
        <translation>Escriba primero un servidor o pulse «Buscar».</translation>
    </message>
    <message>
        <source>A test message needs an e-mail address above, both servers, user name and password.</source>
        <translation>Un mensaje de prueba necesita arriba una dirección de correo, ambos servidores, usuario y contraseña.</translation>
    </message>
</context>
<context>
    <name>admin::CopyField</name>
    <message numerus="yes">
        <source>Clear now (%n s)</source>
        <translation>
            <numerusform>Vaciar ahora (%n s)</numerusform>
            <numerusform>Vaciar ahora (%n s)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>Vaciar el portapapeles</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Copiar: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>Copiado. El portapapeles se vacía en un minuto.</translation>
    </message>
</context>
<context>
    <name>admin::DiagnosisView</name>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>superado</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Pasos de la prueba</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>Detalles del paso</translation>
    </message>
    <message>
        <source>Cert&amp;ificates…</source>
        <translation>Cer&amp;tificados…</translation>
    </message>
    <message>
        <source>Conversation…</source>
        <translation>Conversación…</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>Copiar el infor&amp;me</translation>
    </message>
    <message>
        <source>S&amp;ave the report…</source>
        <translation>&amp;Guardar el informe…</translation>
    </message>
    <message>
        <source>Choose a step to see what it found out.</source>
        <translation>Elija un paso para ver qué averiguó.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Por qué: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Qué hacer: %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>El servidor dice: %1</translation>
    </message>
    <message>
        <source>The conversation with the servers, without secrets</source>
        <translation>La conversación con los servidores, sin secretos</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>El informe está en el portapapeles.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Guardar el informe</translation>
    </message>
    <message>
        <source>Web page (*.html);;Text (*.txt);;JSON (*.json)</source>
        <translation>Página web (*.html);;Texto (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is in %1. Names of people are shortened in it.</source>
        <translation>El informe está en %1. Los nombres de personas están acortados.</translation>
    </message>
</context>
<context>
    <name>admin::Files</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>admin::KeyCard</name>
    <message>
        <source>Key of the server</source>
        <translation>Clave del servidor</translation>
    </message>
    <message>
        <source>The &amp;key is</source>
        <translation>&amp;La clave</translation>
    </message>
    <message>
        <source>typed each time</source>
        <translation>se escribe cada vez</translation>
    </message>
    <message>
        <source>in the settings file of the server</source>
        <translation>está en el archivo de ajustes del servidor</translation>
    </message>
    <message>
        <source>in a file of its own</source>
        <translation>está en un archivo propio</translation>
    </message>
    <message>
        <source>in the keychain of this desktop</source>
        <translation>está en el llavero de este escritorio</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>Dónde está la clave</translation>
    </message>
    <message>
        <source>Fil&amp;e:</source>
        <translation>Ar&amp;chivo:</translation>
    </message>
    <message>
        <source>File with the key</source>
        <translation>Archivo con la clave</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Exa&amp;minar…</translation>
    </message>
    <message>
        <source>U&amp;se this key</source>
        <translation>U&amp;sar esta clave</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain</source>
        <translation>&amp;Guardarla en el llavero</translation>
    </message>
    <message>
        <source>&amp;Make a new key…</source>
        <translation>Crear una clave &amp;nueva…</translation>
    </message>
    <message>
        <source>R&amp;otate the key…</source>
        <translation>Camb&amp;iar la clave…</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends.</source>
        <translation>La clave «%1» está en la memoria hasta que acabe el programa.</translation>
    </message>
    <message>
        <source>There is no key in memory.</source>
        <translation>No hay ninguna clave en la memoria.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY or ENCRYPTION_KEYS:</source>
        <translation>ENCRYPTION_KEY o ENCRYPTION_KEYS:</translation>
    </message>
    <message>
        <source>The key is ready.</source>
        <translation>La clave está lista.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has the key now.</source>
        <translation>El llavero de este escritorio ya tiene la clave.</translation>
    </message>
    <message>
        <source>First save the profile: the key is kept under its name.</source>
        <translation>Guarde primero el perfil: la clave se guarda bajo su nombre.</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>Una clave nueva</translation>
    </message>
    <message>
        <source>Put it into the settings of a new server as ENCRYPTION_KEY, and into a safe: whoever has it can open every token of the server, and without it all clients have to be made anew.

A server that has clients already needs “Rotate the key” instead.

This program uses the new key from now on, until it ends.</source>
        <translation>Póngala en los ajustes de un servidor nuevo como ENCRYPTION_KEY y guárdela en una caja fuerte: quien la tiene puede abrir todos los tokens del servidor, y sin ella hay que crear de nuevo todos los clientes.

Un servidor que ya tiene clientes necesita «Cambiar la clave».

Este programa usa la clave nueva desde ahora hasta que acabe.</translation>
    </message>
    <message>
        <source>Rotate the key</source>
        <translation>Cambiar la clave</translation>
    </message>
    <message>
        <source>Does the server have the new keys? Then new clients are made with them from now on.</source>
        <translation>¿Tiene el servidor las claves nuevas? Entonces los clientes nuevos se crean con ellas desde ahora.</translation>
    </message>
    <message>
        <source>Use the new keys</source>
        <translation>Usar las claves nuevas</translation>
    </message>
</context>
<context>
    <name>admin::Keychain</name>
    <message>
        <source>The keychain of this desktop cannot be used. Unlock it, or choose another place for the key.</source>
        <translation>No se puede usar el llavero de este escritorio. Desbloquéelo o elija otro lugar para la clave.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has no key for this profile.</source>
        <translation>El llavero de este escritorio no tiene ninguna clave para este perfil.</translation>
    </message>
</context>
<context>
    <name>admin::KeysPage</name>
    <message>
        <source>A profile keeps what you typed about one mail service and its clients. Passwords, secrets and keys are never in it, so it can be exported and handed on.

The key is the ENCRYPTION_KEY of the server. It can be read from the server&apos;s settings file or a file of its own, which nobody else may be able to read; it can be kept in the keychain of this desktop, or be typed each time.

To change the key of a running server, use “Rotate the key”: it says step by step what to do, and clients that exist go on working.</source>
        <translation>Un perfil guarda lo que usted escribió sobre un servicio de correo y sus clientes. Nunca contiene contraseñas, secretos ni claves, así que se puede exportar y entregar.

La clave es la ENCRYPTION_KEY del servidor. Se puede leer del archivo de ajustes del servidor o de un archivo propio, que nadie más debe poder leer; puede estar en el llavero de este escritorio o escribirse cada vez.

Para cambiar la clave de un servidor en marcha, use «Cambiar la clave»: dice paso a paso qué hacer, y los clientes existentes siguen funcionando.</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>Perfiles y claves</translation>
    </message>
    <message>
        <source>Keep what you typed for the next time, and say where the key of the server is.</source>
        <translation>Guarde lo que escribió para la próxima vez y diga dónde está la clave del servidor.</translation>
    </message>
</context>
<context>
    <name>admin::LinkFailure</name>
    <message>
        <source>The server is gone: nobody answers at %1 any more. It is looked for every two seconds; if it does not come back, read its log (journalctl -u mail-mcp).</source>
        <translation>El servidor ha desaparecido: ya nadie responde en %1. Se le busca cada dos segundos; si no vuelve, lea su registro (journalctl -u mail-mcp).</translation>
    </message>
    <message>
        <source>Nobody answers at %1. The server has ended and left its socket behind, or eight programs use it already. Start the server, or close one of them.</source>
        <translation>Nadie responde en %1. El servidor ha terminado y dejado su socket, o ya lo usan ocho programas. Inicie el servidor, o cierre uno de ellos.</translation>
    </message>
    <message>
        <source>There is no socket at %1. Is the server running on this computer, and is this the path in its setting ADMIN_SOCKET? Without that setting it has none.</source>
        <translation>No hay ningún socket en %1. ¿Está en marcha el servidor en este equipo, y es esta la ruta de su ajuste ADMIN_SOCKET? Sin ese ajuste no tiene ninguno.</translation>
    </message>
    <message>
        <source>You may not use the socket %1. It is for root, the server&apos;s own user and, with ADMIN_SOCKET_FOR=group, for its group: join that with “sudo usermod -aG mail-mcp %2”, log out of the desktop, and log in again.</source>
        <translation>No puede usar el socket %1. Es para root, el usuario del servidor y, con ADMIN_SOCKET_FOR=group, para su grupo: únase a él con «sudo usermod -aG mail-mcp %2», cierre la sesión del escritorio y vuelva a abrirla.</translation>
    </message>
    <message>
        <source>The server did not answer within five seconds. It may be overloaded or stuck: read its log, and restart it if need be.</source>
        <translation>El servidor no respondió en cinco segundos. Puede estar sobrecargado o bloqueado: lea su registro, y reinícielo si hace falta.</translation>
    </message>
    <message>
        <source>What answers there is no Mail MCP server, or one of another version than this program. Is this really its ADMIN_SOCKET?</source>
        <translation>Lo que responde ahí no es un servidor Mail MCP, o es de otra versión que este programa. ¿Es de verdad su ADMIN_SOCKET?</translation>
    </message>
    <message>
        <source>There are more clients than can be shown here. “mail_mcp clients list” shows all of them.</source>
        <translation>Hay más clientes de los que caben aquí. «mail_mcp clients list» los muestra todos.</translation>
    </message>
    <message>
        <source>The server cannot read its list of clients: something is wrong with its state store (STATE_URL). Its state above says what.</source>
        <translation>El servidor no puede leer su lista de clientes: algo falla en su almacén de estado (STATE_URL). Su estado, arriba, dice qué.</translation>
    </message>
    <message>
        <source>The audit log of this server is not in a file. Set its AUDIT_LOG to the path of one, and restart it, to see it here.</source>
        <translation>El registro de auditoría de este servidor no está en un archivo. Ponga en AUDIT_LOG la ruta de uno, y reinícielo, para verlo aquí.</translation>
    </message>
    <message>
        <source>The last entries of the audit log are too long to be shown here. Read the file itself.</source>
        <translation>Las últimas entradas del registro de auditoría son demasiado largas para mostrarse aquí. Lea el archivo mismo.</translation>
    </message>
    <message>
        <source>The server cannot read its audit log: the file is gone, or its user may not read it. Look at the file in its setting AUDIT_LOG.</source>
        <translation>El servidor no puede leer su registro de auditoría: el archivo ya no está, o su usuario no puede leerlo. Mire el archivo de su ajuste AUDIT_LOG.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not know this client any more. Nobody is logged in through it.</source>
        <translation>Nada ha cambiado: el servidor ya no conoce este cliente. Nadie tiene acceso por él.</translation>
    </message>
    <message>
        <source>Nothing was changed: you may not use the socket of the server any more. Ask whoever administers this computer.</source>
        <translation>Nada ha cambiado: ya no puede usar el socket del servidor. Pregunte a quien administra este equipo.</translation>
    </message>
    <message>
        <source>It is not known whether anything was changed: the server did not answer within five seconds. The list shows it when it does.</source>
        <translation>No se sabe si algo ha cambiado: el servidor no respondió en cinco segundos. La lista lo mostrará cuando responda.</translation>
    </message>
    <message>
        <source>It was not changed: the server is gone, or cannot use its state store (STATE_URL). Try again when its state above is good.</source>
        <translation>No se cambió: el servidor ha desaparecido, o no puede usar su almacén de estado (STATE_URL). Inténtelo de nuevo cuando su estado, arriba, sea bueno.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not understand the request. Is it of the same version as this program?</source>
        <translation>Nada ha cambiado: el servidor no entiende la petición. ¿Es de la misma versión que este programa?</translation>
    </message>
</context>
<context>
    <name>admin::MainWindow</name>
    <message>
        <source>Mail servers</source>
        <translation>Servidores de correo</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>Cliente nuevo</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>Perfiles y claves</translation>
    </message>
    <message>
        <source>Running server</source>
        <translation>Servidor en marcha</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Como el &amp;escritorio</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clara</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>&amp;Oscura</translation>
    </message>
    <message>
        <source>&amp;Save the profile</source>
        <translation>&amp;Guardar el perfil</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>A&amp;yuda sobre esta página</translation>
    </message>
    <message>
        <source>&amp;About Mail MCP</source>
        <translation>&amp;Acerca de Mail MCP</translation>
    </message>
    <message>
        <source>Mail MCP administration</source>
        <translation>Administración de Mail MCP</translation>
    </message>
    <message>
        <source>%1 – Mail MCP administration</source>
        <translation>%1 – Administración de Mail MCP</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Mail MCP %1

Mail for AI assistants: finds and tests mail servers, and makes the clients of a Mail MCP server.

Free software under the GNU General Public License, version 3 or later. Without any warranty.

Qt %2</source>
        <translation>Mail MCP %1

Correo para asistentes de IA: busca y prueba servidores de correo y crea los clientes de un servidor Mail MCP.

Software libre bajo la GNU General Public License, versión 3 o posterior. Sin ninguna garantía.

Qt %2</translation>
    </message>
    <message>
        <source>About Mail MCP</source>
        <translation>Acerca de Mail MCP</translation>
    </message>
</context>
<context>
    <name>admin::MetricCharts</name>
    <message>
        <source>Requests a second</source>
        <translation>Peticiones por segundo</translation>
    </message>
    <message>
        <source>Milliseconds until the answer</source>
        <translation>Milisegundos hasta responder</translation>
    </message>
    <message>
        <source>Errors of the server</source>
        <translation>Errores del servidor</translation>
    </message>
    <message>
        <source>IMAP sessions in use</source>
        <translation>Sesiones IMAP en uso</translation>
    </message>
    <message>
        <source>IMAP sessions kept warm</source>
        <translation>Sesiones IMAP preparadas</translation>
    </message>
    <message>
        <source>Calls that wait for one</source>
        <translation>Llamadas que esperan una</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>Conexiones abiertas</translation>
    </message>
    <message>
        <source>Clients that listen</source>
        <translation>Clientes a la escucha</translation>
    </message>
    <message>
        <source>Turned away by rate limits</source>
        <translation>Rechazadas por los límites</translation>
    </message>
    <message>
        <source>The last two minutes</source>
        <translation>Los últimos dos minutos</translation>
    </message>
</context>
<context>
    <name>admin::ProfileCard</name>
    <message>
        <source>Profiles (*.json)</source>
        <translation>Perfiles (*.json)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Guardar el perfil</translation>
    </message>
    <message>
        <source>Name of the profile:</source>
        <translation>Nombre del perfil:</translation>
    </message>
    <message>
        <source>The profile “%1” is saved.</source>
        <translation>El perfil «%1» está guardado.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>Nuev&amp;o</translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation>G&amp;uardar</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>&amp;Duplicar</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renombrar…</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>&amp;Borrar</translation>
    </message>
    <message>
        <source>Un&amp;do deletion</source>
        <translation>Deshacer &amp;el borrado</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>Impor&amp;tar…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportar…</translation>
    </message>
    <message>
        <source>The profile “%1” is open.</source>
        <translation>El perfil «%1» está abierto.</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>Renombrar el perfil</translation>
    </message>
    <message>
        <source>The profile “%1” is deleted. “Undo deletion” brings it back.</source>
        <translation>El perfil «%1» está borrado. «Deshacer el borrado» lo recupera.</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>Importar perfiles</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles are imported.</source>
        <translation>
            <numerusform>Se importó %n perfil.</numerusform>
            <numerusform>Se importaron %n perfiles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation>Exportar perfiles</translation>
    </message>
    <message>
        <source>All profiles are in %1. There are no secrets in it.</source>
        <translation>Todos los perfiles están en %1. No contiene secretos.</translation>
    </message>
</context>
<context>
    <name>admin::ProfileStore</name>
    <message>
        <source>%1 holds no profiles that can be read. It stays as it is; move it away to begin anew.</source>
        <translation>%1 no contiene perfiles legibles. El archivo se queda como está; muévalo para empezar de nuevo.</translation>
    </message>
    <message>
        <source>There is no such profile any more.</source>
        <translation>Ese perfil ya no existe.</translation>
    </message>
    <message>
        <source>%1 holds no profiles of this program.</source>
        <translation>%1 no contiene perfiles de este programa.</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Perfil nuevo</translation>
    </message>
</context>
<context>
    <name>admin::SecretDialog</name>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
</context>
<context>
    <name>admin::ServerCard</name>
    <message>
        <source>&amp;Stop watching</source>
        <translation>&amp;Dejar de observar</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Observar</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>D&amp;irección del servidor:</translation>
    </message>
    <message>
        <source>&amp;Check my server</source>
        <translation>&amp;Comprobar mi servidor</translation>
    </message>
    <message>
        <source>Watch it &amp;through:</source>
        <translation>O&amp;bservar por:</translation>
    </message>
    <message>
        <source>its socket on this computer</source>
        <translation>su socket en este equipo</translation>
    </message>
    <message>
        <source>its address (metrics only)</source>
        <translation>su dirección (solo métricas)</translation>
    </message>
    <message>
        <source>Watch it through</source>
        <translation>Observar por</translation>
    </message>
    <message>
        <source>Path of the socket (ADMIN_SOCKET)</source>
        <translation>Ruta del socket (ADMIN_SOCKET)</translation>
    </message>
</context>
<context>
    <name>admin::ServerCheck</name>
    <message>
        <source>The server does not answer: %1 Is it running, and does the proxy pass requests on to it?</source>
        <translation>El servidor no responde: %1 ¿Está en marcha y le pasa el proxy las peticiones?</translation>
    </message>
    <message>
        <source>The answer has the status %1 instead of %2. Does the proxy pass this path on?</source>
        <translation>La respuesta tiene el estado %1 en vez de %2. ¿Pasa el proxy esta ruta?</translation>
    </message>
    <message>
        <source>It runs</source>
        <translation>Está en marcha</translation>
    </message>
    <message>
        <source>Something answers there, but it is not Mail MCP.</source>
        <translation>Algo responde allí, pero no es Mail MCP.</translation>
    </message>
    <message>
        <source>/health says ok.</source>
        <translation>/health dice ok.</translation>
    </message>
    <message>
        <source>The document has no “%1”. Does something else answer on this path?</source>
        <translation>El documento no tiene «%1». ¿Responde otra cosa en esta ruta?</translation>
    </message>
    <message>
        <source>The server takes itself for %1 instead of %2. Set BASE_URL to the address that clients use.</source>
        <translation>El servidor se toma por %1 en vez de %2. Ponga en BASE_URL la dirección que usan los clientes.</translation>
    </message>
    <message>
        <source>It asks strangers to log in</source>
        <translation>Pide a los desconocidos que accedan</translation>
    </message>
    <message>
        <source>The header WWW-Authenticate does not lead to the metadata of this server. Does the proxy remove or change it?</source>
        <translation>La cabecera WWW-Authenticate no lleva a los metadatos de este servidor. ¿La quita o la cambia el proxy?</translation>
    </message>
    <message>
        <source>401, and the way to the login is in the answer.</source>
        <translation>401, y el camino al acceso está en la respuesta.</translation>
    </message>
    <message>
        <source>Its clock is right</source>
        <translation>Su reloj va bien</translation>
    </message>
    <message>
        <source>The answer has no date.</source>
        <translation>La respuesta no tiene fecha.</translation>
    </message>
    <message>
        <source>It differs from this computer&apos;s by %1 s.</source>
        <translation>Difiere del de este ordenador en %1 s.</translation>
    </message>
    <message>
        <source>It describes its mailbox service</source>
        <translation>Describe su servicio de buzones</translation>
    </message>
    <message>
        <source>It describes its login</source>
        <translation>Describe su acceso</translation>
    </message>
</context>
<context>
    <name>admin::ServerFacts</name>
    <message>
        <source>The server that is watched</source>
        <translation>El servidor observado</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>En marcha desde</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>No está listo</translation>
    </message>
    <message>
        <source>It cannot use its state store (STATE_URL), so that nobody logs in and nothing is sent: %1</source>
        <translation>No puede usar su almacén de estado (STATE_URL), de modo que nadie accede y nada se envía: %1</translation>
    </message>
    <message>
        <source>This is another server than the one of the profile: its address is %1, and that of the profile is %2. Choose the ADMIN_SOCKET of the server that you mean, or correct the address.</source>
        <translation>Es otro servidor que el del perfil: su dirección es %1, y la del perfil es %2. Elija el ADMIN_SOCKET del servidor que quiere, o corrija la dirección.</translation>
    </message>
</context>
<context>
    <name>admin::ServerForm</name>
    <message>
        <source>Reading mail (IMAP)</source>
        <translation>Leer correo (IMAP)</translation>
    </message>
    <message>
        <source>Sending mail (SMTP)</source>
        <translation>Enviar correo (SMTP)</translation>
    </message>
    <message>
        <source>Hos&amp;t:</source>
        <comment>IMAP</comment>
        <translation>Serv&amp;idor:</translation>
    </message>
    <message>
        <source>Ho&amp;st:</source>
        <comment>SMTP</comment>
        <translation>S&amp;ervidor:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <comment>IMAP</comment>
        <translation>P&amp;uerto:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <comment>SMTP</comment>
        <translation>&amp;Puerto:</translation>
    </message>
    <message>
        <source>E&amp;ncryption:</source>
        <comment>IMAP</comment>
        <translation>&amp;Cifrado:</translation>
    </message>
    <message>
        <source>En&amp;cryption:</source>
        <comment>SMTP</comment>
        <translation>Ci&amp;frado:</translation>
    </message>
    <message>
        <source>IMAP host</source>
        <translation>Servidor IMAP</translation>
    </message>
    <message>
        <source>SMTP host</source>
        <translation>Servidor SMTP</translation>
    </message>
    <message>
        <source>IMAP port</source>
        <translation>Puerto IMAP</translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation>Puerto SMTP</translation>
    </message>
    <message>
        <source>IMAP encryption</source>
        <translation>Cifrado IMAP</translation>
    </message>
    <message>
        <source>SMTP encryption</source>
        <translation>Cifrado SMTP</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS desde el primer byte</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS, obligatorio</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>Encontrados:</translation>
    </message>
    <message>
        <source>IMAP servers that were found</source>
        <translation>Servidores IMAP encontrados</translation>
    </message>
    <message>
        <source>SMTP servers that were found</source>
        <translation>Servidores SMTP encontrados</translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message>
        <source>Running server</source>
        <translation>Servidor en marcha</translation>
    </message>
    <message>
        <source>That is no address of a server. It begins with https://, and nothing but a path may follow the host.</source>
        <translation>Eso no es la dirección de un servidor. Empieza por https:// y tras el nombre solo puede seguir una ruta.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>The server is set up right.</source>
        <translation>El servidor está bien configurado.</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not right. See below.</source>
        <translation>
            <numerusform>%n cosa no está bien. Véase abajo.</numerusform>
            <numerusform>%n cosas no están bien. Véase abajo.</numerusform>
        </translation>
    </message>
    <message>
        <source>“Check my server” looks at a running Mail MCP server from outside, as a client does: whether it runs, knows its own address, asks strangers to log in, and has the right time.

“Watch” asks the server every two seconds how it is. Through its socket (ADMIN_SOCKET) it shows everything, and clients can be revoked; that works on the server&apos;s own computer, for members of its group. Through its address it shows the metrics alone, where METRICS_FROM allows it.

A server on another computer can be watched through its socket, too: “ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST” brings it here as /tmp/mail-mcp.sock.

A client that is revoked gets in no more, and neither do its logins, until it is allowed again. To end every login cannot be undone: everybody has to log in again.</source>
        <translation>«Comprobar mi servidor» mira un servidor Mail MCP en marcha desde fuera, como un cliente: si funciona, conoce su propia dirección, pide a los desconocidos que accedan, y tiene la hora correcta.

«Observar» pregunta al servidor cada dos segundos cómo está. Por su socket (ADMIN_SOCKET) lo muestra todo, y se pueden revocar clientes; eso funciona en el equipo del servidor, para los miembros de su grupo. Por su dirección solo muestra las métricas, donde METRICS_FROM lo permite.

Un servidor en otro equipo también puede observarse por su socket: «ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST» lo trae aquí como /tmp/mail-mcp.sock.

Un cliente revocado ya no entra, ni tampoco sus accesos, hasta que se le admite de nuevo. Terminar todos los accesos no se puede deshacer: todos deben volver a acceder.</translation>
    </message>
    <message>
        <source>See whether a server is set up right, what it is doing and who uses it, and revoke clients.</source>
        <translation>Vea si un servidor está bien configurado, qué hace y quién lo usa, y revoque clientes.</translation>
    </message>
    <message>
        <source>Through the address of a server only its metrics can be seen. Choose “its socket on this computer” above.</source>
        <translation>Por la dirección de un servidor solo se ven sus métricas. Elija arriba «su socket en este equipo».</translation>
    </message>
    <message>
        <source>Connected to Mail MCP %1.</source>
        <translation>Conectado a Mail MCP %1.</translation>
    </message>
    <message>
        <source>End every login</source>
        <translation>Terminar todos los accesos</translation>
    </message>
    <message>
        <source>Everybody who is logged in through any client has to log in again. This cannot be undone.</source>
        <translation>Todos los que tienen acceso por cualquier cliente deberán volver a acceder. No se puede deshacer.</translation>
    </message>
    <message>
        <source>&amp;End every login</source>
        <translation>&amp;Terminar todos los accesos</translation>
    </message>
</context>
<context>
    <name>admin::ServerWatch</name>
    <message>
        <source>The server does not answer: %1</source>
        <translation>El servidor no responde: %1</translation>
    </message>
    <message>
        <source>The server does not show its metrics here (status %1). Look at them on its own computer, or allow this one in its setting METRICS_FROM.</source>
        <translation>El servidor no muestra aquí sus medidas (estado %1). Véalas en su propio ordenador o permita este en su ajuste METRICS_FROM.</translation>
    </message>
</context>
<context>
    <name>admin::TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
</context>
</TS>
