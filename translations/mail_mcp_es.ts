<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>pages</name>
    <message>
        <source>There were too many tries from your network. Wait a minute and try again.</source>
        <translation>Hubo demasiados intentos desde su red. Espere un minuto e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>This service has no mail server for %1. Check the spelling of your address, or ask the administrator of this service.</source>
        <translation>Este servicio no tiene servidor de correo para %1. Compruebe cómo ha escrito su dirección o pregunte al administrador de este servicio.</translation>
    </message>
    <message>
        <source>The address of this page is damaged.</source>
        <translation>La dirección de esta página está dañada.</translation>
    </message>
    <message>
        <source>A parameter of the request came more than once.</source>
        <translation>Un parámetro de la solicitud llegó más de una vez.</translation>
    </message>
    <message>
        <source>The assistant asks to be called back at an address that it is not registered with.</source>
        <translation>El asistente pide volver a una dirección con la que no está registrado.</translation>
    </message>
    <message>
        <source>The assistant&apos;s request is not one that this service can answer: %1 (%2).</source>
        <translation>Este servicio no puede responder a esta solicitud del asistente: %1 (%2).</translation>
    </message>
    <message>
        <source>The form arrived damaged.</source>
        <translation>El formulario llegó dañado.</translation>
    </message>
    <message>
        <source>The request of the assistant is too large.</source>
        <translation>La solicitud del asistente es demasiado grande.</translation>
    </message>
    <message>
        <source>This login page was used already.</source>
        <translation>Esta página de acceso ya se ha usado.</translation>
    </message>
    <message>
        <source>This login did not come from this server&apos;s own page.</source>
        <translation>Este inicio de sesión no procede de la página de este servidor.</translation>
    </message>
    <message>
        <source>The login page was open for too long, or it is not from this server.</source>
        <translation>La página de acceso estuvo abierta demasiado tiempo o no es de este servidor.</translation>
    </message>
    <message>
        <source>This login page belongs to another browser, or your browser refuses cookies.</source>
        <translation>Esta página de acceso pertenece a otro navegador, o el suyo rechaza las cookies.</translation>
    </message>
    <message>
        <source>There were too many failed logins. Wait %1 min and try again.</source>
        <translation>Hubo demasiados intentos fallidos. Espere %1 min e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The assistant&apos;s callback address cannot be used.</source>
        <translation>La dirección de retorno del asistente no se puede usar.</translation>
    </message>
    <message>
        <source>The assistant&apos;s client ID was not made by this server, or it has expired.</source>
        <translation>El ID de cliente del asistente no es de este servidor o ha caducado.</translation>
    </message>
    <message>
        <source>The administrator has withdrawn this client.</source>
        <translation>El administrador ha retirado este cliente.</translation>
    </message>
    <message>
        <source>The connection could not be made</source>
        <translation>No se pudo establecer la conexión</translation>
    </message>
    <message>
        <source>Go back to your assistant and start the connection again. If that does not help, tell the administrator of this service what you read here.</source>
        <translation>Vuelva a su asistente e inicie la conexión de nuevo. Si eso no ayuda, diga al administrador de este servicio lo que lee aquí.</translation>
    </message>
    <message>
        <source>Not possible at the moment</source>
        <translation>No es posible en este momento</translation>
    </message>
    <message>
        <source>This service cannot remember logins right now.</source>
        <translation>Este servicio no puede recordar inicios de sesión ahora mismo.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>Enter your e-mail address, for example you@example.com.</source>
        <translation>Escriba su dirección de correo, por ejemplo usted@example.com.</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 bytes can be used.</source>
        <translation>%1: demasiado largo, %2 bytes como máximo.</translation>
    </message>
    <message>
        <source>%1 holds a line break or another character that cannot be used.</source>
        <translation>%1: contiene un salto de línea u otro carácter que no se puede usar.</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>El nombre</translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation>La dirección de correo</translation>
    </message>
    <message>
        <source>The user name</source>
        <translation>El usuario</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>La contraseña</translation>
    </message>
    <message>
        <source>The user name for sending</source>
        <translation>El usuario para enviar</translation>
    </message>
    <message>
        <source>The password for sending</source>
        <translation>La contraseña para enviar</translation>
    </message>
    <message>
        <source>Enter the password of your mailbox.</source>
        <translation>Escriba la contraseña de su buzón.</translation>
    </message>
    <message>
        <source>Enter the password for sending, or tick “Use the same login”.</source>
        <translation>Escriba la contraseña para enviar o marque «Usar los mismos datos».</translation>
    </message>
    <message>
        <source>Tick at least one thing that the assistant may do.</source>
        <translation>Marque al menos una cosa que el asistente pueda hacer.</translation>
    </message>
    <message>
        <source>The mail server for reading (%1)</source>
        <translation>El servidor de lectura (%1)</translation>
    </message>
    <message>
        <source>The mail server for sending (%1)</source>
        <translation>El servidor de envío (%1)</translation>
    </message>
    <message>
        <source>%1 did not accept this user name and password. Check both; some providers want an app password.</source>
        <translation>%1 no aceptó este usuario y esta contraseña. Compruebe ambos; algunos proveedores exigen una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>%1 could not prove its identity, so your password was not sent. Tell the administrator of this service.</source>
        <translation>%1 no pudo demostrar su identidad, por lo que su contraseña no se envió. Avise al administrador de este servicio.</translation>
    </message>
    <message>
        <source>%1 cannot be reached at the moment. Try again in a minute.</source>
        <translation>%1 no está disponible en este momento. Inténtelo de nuevo en un minuto.</translation>
    </message>
    <message>
        <source>%1 did not behave as expected, so the login could not be checked. Tell the administrator of this service.</source>
        <translation>%1 no se comportó como se esperaba, por lo que no se pudo comprobar el acceso. Avise al administrador de este servicio.</translation>
    </message>
    <message>
        <source>Read and search your mail</source>
        <translation>Leer y buscar en su correo</translation>
    </message>
    <message>
        <source>Move mail and change flags such as “read”</source>
        <translation>Mover correo y cambiar marcas como «leído»</translation>
    </message>
    <message>
        <source>Save drafts for you to send</source>
        <translation>Guardar borradores para que usted los envíe</translation>
    </message>
    <message>
        <source>Delete mail for good</source>
        <translation>Borrar correo definitivamente</translation>
    </message>
    <message>
        <source>Send mail in your name</source>
        <translation>Enviar correo en su nombre</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Error:</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>Su dirección de correo</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>Conectar su buzón</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail.</source>
        <translation>Un programa de &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, que se llama a sí mismo &lt;strong&gt;{{clientName}}&lt;/strong&gt;, pide trabajar con su correo.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail.</source>
        <translation>Un programa que se llama a sí mismo &lt;strong&gt;{{clientName}}&lt;/strong&gt; pide trabajar con su correo.</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Procede de</translation>
    </message>
    <message>
        <source>Sends you back to</source>
        <translation>Le devuelve a</translation>
    </message>
    <message>
        <source>Nobody has checked this name. Go on only if you started the connection yourself, just now, and know where you will be sent back to.</source>
        <translation>Nadie ha comprobado este nombre. Continúe solo si acaba de iniciar la conexión usted mismo y sabe adónde será devuelto.</translation>
    </message>
    <message>
        <source>You will be sent back to a program on this computer. Go on only if you started the connection yourself, just now, from a program you trust.</source>
        <translation>Será devuelto a un programa de este equipo. Continúe solo si acaba de iniciar la conexión usted mismo, desde un programa de confianza.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Dirección de correo</translation>
    </message>
    <message>
        <source>(it says which mail server is yours)</source>
        <translation>(indica cuál es su servidor de correo)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Step 1 of 2. You log in and choose what the program may do on the next page.</source>
        <translation>Paso 1 de 2. En la página siguiente inicia sesión y elige lo que el programa puede hacer.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>&lt;strong&gt;{{clientName}}&lt;/strong&gt; pide trabajar con su correo. Inicie sesión con el usuario y la contraseña de su buzón para permitirlo.</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>Un programa de &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, que se llama a sí mismo &lt;strong&gt;{{clientName}}&lt;/strong&gt;, pide trabajar con su correo. Inicie sesión con el usuario y la contraseña de su buzón para permitirlo.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>Un programa que se llama a sí mismo &lt;strong&gt;{{clientName}}&lt;/strong&gt; pide trabajar con su correo. Inicie sesión con el usuario y la contraseña de su buzón para permitirlo.</translation>
    </message>
    <message>
        <source>Reads from</source>
        <translation>Lee desde</translation>
    </message>
    <message>
        <source>Sends through</source>
        <translation>Envía a través de</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Usted</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>(shown to people you write to)</source>
        <translation>(lo ven las personas a las que escribe)</translation>
    </message>
    <message>
        <source>Mailbox login</source>
        <translation>Acceso al buzón</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>(empty: the e-mail address)</source>
        <translation>(vacío: la dirección de correo)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>If your provider offers app passwords, make one for this and use it here.</source>
        <translation>Si su proveedor ofrece contraseñas de aplicación, cree una y úsela aquí.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Use the same login for sending mail</source>
        <translation>Usar los mismos datos para enviar correo</translation>
    </message>
    <message>
        <source>User name for sending</source>
        <translation>Usuario para enviar</translation>
    </message>
    <message>
        <source>Password for sending</source>
        <translation>Contraseña para enviar</translation>
    </message>
    <message>
        <source>What {{clientName}} may do</source>
        <translation>Lo que {{clientName}} puede hacer</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Your password is checked with your mail server now. It is not stored here: it travels, sealed so that only this server can open it, in the access that {{clientName}} receives.</source>
        <translation>Su contraseña se comprueba ahora con su servidor de correo. No se guarda aquí: viaja, sellada de modo que solo este servidor pueda abrirla, en el acceso que recibe {{clientName}}.</translation>
    </message>
    <message>
        <source>An assistant</source>
        <translation>Un asistente</translation>
    </message>
    <message>
        <source>This client was made by an earlier version and must be re-issued by the administrator.</source>
        <translation>Este cliente es de una versión anterior y el administrador debe emitirlo de nuevo.</translation>
    </message>
    <message>
        <source>Ask me before anything is sent or deleted</source>
        <translation>Preguntarme antes de enviar o borrar nada</translation>
    </message>
    <message>
        <source>Your assistant then has to show you what it wants to send or delete, and to wait for your answer.</source>
        <translation>Su asistente debe entonces mostrarle lo que quiere enviar o borrar y esperar su respuesta.</translation>
    </message>
    <message>
        <source>You are always asked before anything is sent or deleted. The administrator of this service wants it so.</source>
        <translation>Siempre se le pregunta antes de enviar o borrar nada. Así lo quiere el administrador de este servicio.</translation>
    </message>
    <message>
        <source>Put the new ENCRYPTION_KEYS into the settings of the server in place of the old one, and take ENCRYPTION_KEY out: it is in the new line as “default”.</source>
        <translation>Ponga el nuevo ENCRYPTION_KEYS en la configuración del servidor en lugar del antiguo y quite ENCRYPTION_KEY: está en la nueva línea como «default».</translation>
    </message>
    <message>
        <source>Reload the server (systemctl reload mail-mcp, or SIGHUP). Nobody is logged out. If several servers share the keys, first add the new key at the end of the line on all of them and reload, and only then put it in front: no server may seal what another cannot open yet.</source>
        <translation>Recargue el servidor (systemctl reload mail-mcp o SIGHUP). Nadie pierde su sesión. Si varios servidores comparten las claves, añada primero la nueva al final de la línea en todos y recargue, y solo después póngala al principio: ningún servidor debe sellar lo que otro aún no puede abrir.</translation>
    </message>
    <message>
        <source>Make new clients for everybody whose client ID is older. It ends together with the key that it was made with.</source>
        <translation>Cree clientes nuevos para todos los que tengan un ID de cliente anterior. Este termina junto con la clave con la que se creó.</translation>
    </message>
    <message>
        <source>Remove the older keys (%1) when all clients are new and REFRESH_TOKEN_TTL (30 days, unless you set it) has passed since the reload. What they have sealed ends then.</source>
        <translation>Quite las claves anteriores (%1) cuando todos los clientes sean nuevos y haya pasado REFRESH_TOKEN_TTL (30 días, salvo que lo haya cambiado) desde la recarga. Lo que sellaron termina entonces.</translation>
    </message>
    <message>
        <source>If somebody may know an older key, do not wait: remove it at once, which ends every client and every login that it has sealed.</source>
        <translation>Si alguien puede conocer una clave anterior, no espere: quítela de inmediato, lo que termina todos los clientes y sesiones que selló.</translation>
    </message>
    <message>
        <source>A client can have at most %1 redirect URIs.</source>
        <translation>Un cliente puede tener como máximo %1 URI de redirección.</translation>
    </message>
    <message>
        <source>Allow at least one thing: a client without any permission is of no use.</source>
        <translation>Permita al menos una cosa: un cliente sin ningún permiso no sirve de nada.</translation>
    </message>
    <message>
        <source>There is nothing to ask about: the client may neither send nor delete. Allow one of the two, or do not ask.</source>
        <translation>No hay nada que preguntar: el cliente no puede enviar ni eliminar. Permita una de las dos cosas o no pregunte.</translation>
    </message>
    <message>
        <source>The name is too long: at most %1 bytes can be used.</source>
        <translation>El nombre es demasiado largo: se pueden usar como máximo %1 bytes.</translation>
    </message>
    <message>
        <source>The lifetime must be a number of days from 1 to %1.</source>
        <translation>La duración debe ser un número de días entre 1 y %1.</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>Falta el nombre del servidor.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server. Write one such as mail.example.com, without a port.</source>
        <translation>«%1» no es el nombre de un servidor. Escriba uno como mail.example.com, sin puerto.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>El puerto debe ser un número del 1 al 65535.</translation>
    </message>
    <message>
        <source>Only servers on this computer (127.0.0.1, ::1, localhost) can be used without encryption.</source>
        <translation>Sin cifrado solo se pueden usar servidores de este equipo (127.0.0.1, ::1, localhost).</translation>
    </message>
    <message>
        <source>You named this server, and it answers.</source>
        <translation>Usted nombró este servidor y responde.</translation>
    </message>
    <message>
        <source>These are the known settings of %1.</source>
        <translation>Esta es la configuración conocida de %1.</translation>
    </message>
    <message>
        <source>The domain itself publishes this at %1.</source>
        <translation>El propio dominio lo publica en %1.</translation>
    </message>
    <message>
        <source>Thunderbird’s database says so: %1.</source>
        <translation>Lo dice la base de datos de Thunderbird: %1.</translation>
    </message>
    <message>
        <source>The name service says so, in the record %1.</source>
        <translation>Lo dice el servicio de nombres, en el registro %1.</translation>
    </message>
    <message>
        <source>This is a guess by usual names; a server answers there with a good certificate.</source>
        <translation>Es una suposición por nombres habituales; allí responde un servidor con un certificado válido.</translation>
    </message>
    <message>
        <source>%1 does not take the password of the account here. Make an app password (also called authorisation code) in its security settings and use that.</source>
        <translation>%1 no acepta aquí la contraseña de la cuenta. Cree una contraseña de aplicación (también llamada código de autorización) en su configuración de seguridad y utilícela.</translation>
    </message>
    <message>
        <source>%1 takes no passwords from mail programs any more, only OAuth logins of registered programs. Its mailboxes cannot be used here unless the administrator allows passwords again.</source>
        <translation>%1 ya no acepta contraseñas de programas de correo, solo inicios de sesión OAuth de programas registrados. Sus buzones no se pueden usar aquí a menos que el administrador vuelva a permitir contraseñas.</translation>
    </message>
    <message>
        <source>IMAP is off at first. Switch it on in the mail settings on the web pages of %1.</source>
        <translation>IMAP está desactivado al principio. Actívelo en los ajustes de correo de las páginas web de %1.</translation>
    </message>
    <message>
        <source>Mail programs have a password of their own at %1, which is set in the customer centre.</source>
        <translation>En %1 los programas de correo tienen una contraseña propia, que se fija en el área de clientes.</translation>
    </message>
    <message>
        <source>The mail of %1 can only be reached through its program Bridge, which has to run on the same computer as this server and whose certificate has to be trusted.</source>
        <translation>El correo de %1 solo es accesible mediante su programa Bridge, que debe ejecutarse en el mismo equipo que este servidor y en cuyo certificado hay que confiar.</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only on plans that are paid for.</source>
        <translation>%1 solo admite programas de correo en los planes de pago.</translation>
    </message>
    <message>
        <source>Accounts of %1 that were made for another region have servers of that region.</source>
        <translation>Las cuentas de %1 creadas para otra región tienen servidores de esa región.</translation>
    </message>
    <message>
        <source>%1 See %2</source>
        <translation>%1 Véase %2</translation>
    </message>
    <message>
        <source>Type an e-mail address or the name of a mail server.</source>
        <translation>Escriba una dirección de correo o el nombre de un servidor de correo.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write one such as alice@example.com.</source>
        <translation>«%1» no es una dirección de correo. Escriba una como alice@example.com.</translation>
    </message>
    <message>
        <source>“%1” is neither an e-mail address nor the name of a mail server. Write alice@example.com or mail.example.com, without a port.</source>
        <translation>«%1» no es ni una dirección de correo ni el nombre de un servidor de correo. Escriba alice@example.com o mail.example.com, sin puerto.</translation>
    </message>
    <message>
        <source>In Claude on the web or in Claude Desktop</source>
        <translation>En Claude en la web o en Claude Desktop</translation>
    </message>
    <message>
        <source>Open Settings → Connectors and choose “Add custom connector”.</source>
        <translation>Abra Settings → Connectors y elija «Add custom connector».</translation>
    </message>
    <message>
        <source>Name: %1. URL of the server: %2</source>
        <translation>Nombre: %1. URL del servidor: %2</translation>
    </message>
    <message>
        <source>Open “Advanced settings” and paste the client ID and the client secret.</source>
        <translation>Abra «Advanced settings» y pegue el ID y el secreto del cliente.</translation>
    </message>
    <message>
        <source>Choose “Add”, then “Connect”, and log in to the mailbox.</source>
        <translation>Elija «Add» y luego «Connect», e inicie sesión en el buzón.</translation>
    </message>
    <message>
        <source>Anthropic’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>La conexión la hacen los servidores de Anthropic, por lo que este servidor debe ser accesible desde internet por https.</translation>
    </message>
    <message>
        <source>Claude Desktop ignores remote servers in claude_desktop_config.json; the connector is for all of Claude’s programs.</source>
        <translation>Claude Desktop ignora los servidores remotos de claude_desktop_config.json; el conector sirve para todos los programas de Claude.</translation>
    </message>
    <message>
        <source>Run this once; it asks for the client secret</source>
        <translation>Ejecute esto una vez; pide el secreto del cliente</translation>
    </message>
    <message>
        <source>Run this once</source>
        <translation>Ejecute esto una vez</translation>
    </message>
    <message>
        <source>Or, for everybody who works on a project, without the secret</source>
        <translation>O, para todos los que trabajan en un proyecto, sin el secreto</translation>
    </message>
    <message>
        <source>Type /mcp in Claude Code to log in to the mailbox.</source>
        <translation>Escriba /mcp en Claude Code para iniciar sesión en el buzón.</translation>
    </message>
    <message>
        <source>In ChatGPT on the web, with developer mode on</source>
        <translation>En ChatGPT en la web, con el modo de desarrollador activado</translation>
    </message>
    <message>
        <source>Open Settings → Apps &amp; Connectors → Advanced settings and switch on developer mode.</source>
        <translation>Abra Settings → Apps &amp; Connectors → Advanced settings y active el modo de desarrollador.</translation>
    </message>
    <message>
        <source>Go back and choose “Create”. Name: %1. URL of the MCP server: %2</source>
        <translation>Vuelva atrás y elija «Create». Nombre: %1. URL del servidor MCP: %2</translation>
    </message>
    <message>
        <source>Authentication: OAuth. Paste the client ID and the client secret.</source>
        <translation>Autenticación: OAuth. Pegue el ID y el secreto del cliente.</translation>
    </message>
    <message>
        <source>Choose “Create” and log in to the mailbox.</source>
        <translation>Elija «Create» e inicie sesión en el buzón.</translation>
    </message>
    <message>
        <source>If ChatGPT shows a callback URL of its own (https://chatgpt.com/connector/oauth/…), make the client with that redirect URI.</source>
        <translation>Si ChatGPT muestra una URL de retorno propia (https://chatgpt.com/connector/oauth/…), cree el cliente con esa URI de redirección.</translation>
    </message>
    <message>
        <source>OpenAI’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>La conexión la hacen los servidores de OpenAI, por lo que este servidor debe ser accesible desde internet por https.</translation>
    </message>
    <message>
        <source>For one project</source>
        <translation>Para un proyecto</translation>
    </message>
    <message>
        <source>VS Code asks for the client secret when it connects. For all projects, run “MCP: Open User Configuration” and put the same there.</source>
        <translation>VS Code pide el secreto del cliente al conectarse. Para todos los proyectos, ejecute «MCP: Open User Configuration» y ponga allí lo mismo.</translation>
    </message>
    <message>
        <source>For all projects; for one alone in .cursor/mcp.json</source>
        <translation>Para todos los proyectos; para uno solo en .cursor/mcp.json</translation>
    </message>
    <message>
        <source>Without the secret in the file, Cursor reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Sin el secreto en el archivo, Cursor lo lee de la variable de entorno MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>A file of servers</source>
        <translation>Un archivo de servidores</translation>
    </message>
    <message>
        <source>Then run, in the same folder</source>
        <translation>Después ejecute, en la misma carpeta</translation>
    </message>
    <message>
        <source>Where CLIENT_SECRET stands, put the client secret.</source>
        <translation>Donde dice CLIENT_SECRET, ponga el secreto del cliente.</translation>
    </message>
    <message>
        <source>The client, in a file that only you can read (chmod 600)</source>
        <translation>El cliente, en un archivo que solo usted pueda leer (chmod 600)</translation>
    </message>
    <message>
        <source>For a program that starts local servers, such as Claude Desktop; put the real path in</source>
        <translation>Para un programa que inicia servidores locales, como Claude Desktop; ponga la ruta real</translation>
    </message>
    <message>
        <source>Without the secret in the file, mcp-remote reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Sin el secreto en el archivo, mcp-remote lo lee de la variable de entorno MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings</source>
        <translation>Añada esto a la configuración</translation>
    </message>
    <message>
        <source>Type /mcp auth in Gemini CLI to log in to the mailbox.</source>
        <translation>Escriba /mcp auth en Gemini CLI para iniciar sesión en el buzón.</translation>
    </message>
    <message>
        <source>Without the secret in the file, Gemini CLI reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>Sin el secreto en el archivo, Gemini CLI lo lee de la variable de entorno MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings, with the real path</source>
        <translation>Añada esto a la configuración, con la ruta real</translation>
    </message>
    <message>
        <source>Codex itself sends no client secret, so it connects through mcp-remote.</source>
        <translation>Codex no envía un secreto de cliente, así que se conecta mediante mcp-remote.</translation>
    </message>
</context>
</TS>
