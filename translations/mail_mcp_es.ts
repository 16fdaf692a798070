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
    <message>
        <source>It has expired.</source>
        <translation>Ha caducado.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>Todavía no es válido.</translation>
    </message>
    <message>
        <source>It is for another name.</source>
        <translation>Es para otro nombre.</translation>
    </message>
    <message>
        <source>It is self-signed.</source>
        <translation>Está autofirmado.</translation>
    </message>
    <message>
        <source>Its authority is not known.</source>
        <translation>Su autoridad no es conocida.</translation>
    </message>
    <message>
        <source>It signed another one and must not.</source>
        <translation>Firmó otro y no debe hacerlo.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>Fue revocado.</translation>
    </message>
    <message>
        <source>It cannot be trusted.</source>
        <translation>No es de confianza.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>Versión de TLS</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Saludo</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Capacidades</translation>
    </message>
    <message>
        <source>Ways to log in</source>
        <translation>Formas de iniciar sesión</translation>
    </message>
    <message>
        <source>Way of logging in</source>
        <translation>Forma de iniciar sesión</translation>
    </message>
    <message>
        <source>Other folders</source>
        <translation>Otras carpetas</translation>
    </message>
    <message>
        <source>Largest message in bytes</source>
        <translation>Mensaje más grande en bytes</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Extensiones</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>Certificado %1</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Válido</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>%1 messages, %2 unread</source>
        <translation>%1 mensajes, %2 sin leer</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>No comprobado.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Todo funciona.</translation>
    </message>
    <message>
        <source>Everything works, as far as it can be seen without a login.</source>
        <translation>Todo funciona, hasta donde se ve sin iniciar sesión.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>El servidor dijo</translation>
    </message>
    <message>
        <source>Look up the name</source>
        <translation>Buscar el nombre</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>Cifrar (TLS)</translation>
    </message>
    <message>
        <source>Encrypt (STARTTLS)</source>
        <translation>Cifrar (STARTTLS)</translation>
    </message>
    <message>
        <source>Capabilities with TLS</source>
        <translation>Capacidades con TLS</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Capabilities after the login</source>
        <translation>Capacidades tras iniciar sesión</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Carpetas</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Limits for sending</source>
        <translation>Límites de envío</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Enviar un mensaje de prueba</translation>
    </message>
    <message>
        <source>Find the test message</source>
        <translation>Encontrar el mensaje de prueba</translation>
    </message>
    <message>
        <source>Delete the test message</source>
        <translation>Borrar el mensaje de prueba</translation>
    </message>
    <message>
        <source>“%1” is no server.</source>
        <translation>«%1» no es un servidor.</translation>
    </message>
    <message>
        <source>A host name and a port from 1 to 65535 are needed.</source>
        <translation>Hacen falta un nombre de host y un puerto de 1 a 65535.</translation>
    </message>
    <message>
        <source>Check the host name and the port.</source>
        <translation>Compruebe el nombre de host y el puerto.</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>No hay ningún servidor llamado %1.</translation>
    </message>
    <message>
        <source>The name is misspelt, or its DNS entry is missing.</source>
        <translation>El nombre está mal escrito o falta su entrada DNS.</translation>
    </message>
    <message>
        <source>Check the spelling of the host name; it often begins with “imap.”, “smtp.” or “mail.”.</source>
        <translation>Compruebe cómo se escribe el nombre de host; suele empezar por «imap.», «smtp.» o «mail.».</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up.</source>
        <translation>No se pudo buscar el nombre %1.</translation>
    </message>
    <message>
        <source>The name service of this computer did not answer.</source>
        <translation>El servicio de nombres de este equipo no respondió.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network and DNS settings, then try again.</source>
        <translation>Compruebe la red y los ajustes DNS de este equipo y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 rechaza las conexiones.</translation>
    </message>
    <message>
        <source>The server is there, but nothing listens on this port.</source>
        <translation>El servidor está, pero nada escucha en este puerto.</translation>
    </message>
    <message>
        <source>Check the port: usually 993 or 143 for IMAP, 465 or 587 for SMTP.</source>
        <translation>Compruebe el puerto: suele ser 993 o 143 para IMAP, 465 o 587 para SMTP.</translation>
    </message>
    <message>
        <source>%1 cannot be reached over the network.</source>
        <translation>No se puede llegar a %1 por la red.</translation>
    </message>
    <message>
        <source>There is no way to this address, or a firewall refuses it.</source>
        <translation>No hay camino a esta dirección, o un cortafuegos la rechaza.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network, its IPv6 included, and its firewall.</source>
        <translation>Compruebe la red de este equipo, también IPv6, y su cortafuegos.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 no responde.</translation>
    </message>
    <message>
        <source>A firewall usually drops such connections silently; some providers block mail ports.</source>
        <translation>Un cortafuegos suele descartar estas conexiones en silencio; algunos proveedores bloquean los puertos de correo.</translation>
    </message>
    <message>
        <source>Check the port, and whether a firewall lets connections to it out.</source>
        <translation>Compruebe el puerto, y si un cortafuegos deja salir las conexiones a él.</translation>
    </message>
    <message>
        <source>%1 may not be used without encryption.</source>
        <translation>%1 no debe usarse sin cifrado.</translation>
    </message>
    <message>
        <source>Only a server on this very computer may be spoken to without TLS: the password would be readable on the way.</source>
        <translation>Solo con un servidor en este mismo equipo se puede hablar sin TLS: la contraseña sería legible por el camino.</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS.</source>
        <translation>Elija TLS o STARTTLS.</translation>
    </message>
    <message>
        <source>%1 does not begin with TLS.</source>
        <translation>%1 no empieza con TLS.</translation>
    </message>
    <message>
        <source>The port begins in the clear: it is one for STARTTLS.</source>
        <translation>El puerto empieza sin cifrar: es para STARTTLS.</translation>
    </message>
    <message>
        <source>Choose STARTTLS for this port, or the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>Elija STARTTLS para este puerto, o el puerto para TLS: 993 para IMAP, 465 para SMTP.</translation>
    </message>
    <message>
        <source>%1 waits for TLS.</source>
        <translation>%1 espera TLS.</translation>
    </message>
    <message>
        <source>The port begins with TLS at once; STARTTLS is not used on it.</source>
        <translation>El puerto empieza con TLS enseguida; en él no se usa STARTTLS.</translation>
    </message>
    <message>
        <source>Choose TLS for this port, or the port for STARTTLS: 143 for IMAP, 587 for SMTP.</source>
        <translation>Elija TLS para este puerto, o el puerto para STARTTLS: 143 para IMAP, 587 para SMTP.</translation>
    </message>
    <message>
        <source>%1 only offers encryption that is too old.</source>
        <translation>%1 solo ofrece un cifrado demasiado antiguo.</translation>
    </message>
    <message>
        <source>TLS 1.2 or newer with safe ciphers and keys is needed.</source>
        <translation>Hace falta TLS 1.2 o más nuevo, con cifrados y claves seguros.</translation>
    </message>
    <message>
        <source>Update the mail server&apos;s TLS settings.</source>
        <translation>Actualice los ajustes TLS del servidor de correo.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>La negociación TLS con %1 falló.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log; it usually says why.</source>
        <translation>Mire el registro del servidor de correo; suele decir por qué.</translation>
    </message>
    <message>
        <source>%1 does not finish the TLS handshake.</source>
        <translation>%1 no termina la negociación TLS.</translation>
    </message>
    <message>
        <source>The port may be no TLS port, or something in between, as a firewall or a virus scanner, holds it up.</source>
        <translation>Quizá no sea un puerto TLS, o algo por medio, como un cortafuegos o un antivirus, la retiene.</translation>
    </message>
    <message>
        <source>Check the port and the kind of encryption.</source>
        <translation>Compruebe el puerto y el tipo de cifrado.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>El certificado de %1 ha caducado.</translation>
    </message>
    <message>
        <source>Renew the certificate and restart the mail server; check that the renewed one is the one it loads.</source>
        <translation>Renueve el certificado y reinicie el servidor de correo; compruebe que carga el renovado.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>El certificado de %1 todavía no es válido.</translation>
    </message>
    <message>
        <source>Its time has not begun, or the clock of this computer is wrong.</source>
        <translation>Su plazo no ha empezado, o el reloj de este equipo está mal.</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>Compruebe el reloj de este equipo.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>El certificado de %1 es para otro nombre.</translation>
    </message>
    <message>
        <source>The names in the certificate do not include this host name.</source>
        <translation>Los nombres del certificado no incluyen este nombre de host.</translation>
    </message>
    <message>
        <source>Use one of the names in the certificate as the host name, or get a certificate for this one.</source>
        <translation>Use uno de los nombres del certificado como nombre de host, o consiga un certificado para este.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed.</source>
        <translation>El certificado de %1 está autofirmado.</translation>
    </message>
    <message>
        <source>No authority vouches for it, so anybody could have made it.</source>
        <translation>Ninguna autoridad responde por él, así que cualquiera pudo hacerlo.</translation>
    </message>
    <message>
        <source>Get a certificate from an authority, or name this certificate as a trusted authority (MAIL_CA_FILE).</source>
        <translation>Consiga un certificado de una autoridad, o indique este como autoridad de confianza (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 is from an unknown authority.</source>
        <translation>El certificado de %1 es de una autoridad desconocida.</translation>
    </message>
    <message>
        <source>The authority is not among the trusted ones, or the server does not send its intermediate certificates.</source>
        <translation>La autoridad no está entre las de confianza, o el servidor no envía sus certificados intermedios.</translation>
    </message>
    <message>
        <source>Let the mail server send its whole chain, or name your own authority as a trusted one (MAIL_CA_FILE).</source>
        <translation>Haga que el servidor envíe toda la cadena, o indique su propia autoridad como de confianza (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>El certificado de %1 no es de confianza.</translation>
    </message>
    <message>
        <source>It was revoked, its signature or key is too weak, or who signed it was not allowed to.</source>
        <translation>Fue revocado, su firma o su clave es demasiado débil, o quien lo firmó no debía hacerlo.</translation>
    </message>
    <message>
        <source>Get a new certificate.</source>
        <translation>Consiga un certificado nuevo.</translation>
    </message>
    <message>
        <source>The certificate of %1 ends soon.</source>
        <translation>El certificado de %1 caduca pronto.</translation>
    </message>
    <message>
        <source>Renew it in time; check that the automatic renewal works.</source>
        <translation>Renuévelo a tiempo; compruebe que la renovación automática funciona.</translation>
    </message>
    <message>
        <source>The file of trusted authorities cannot be used.</source>
        <translation>El archivo de autoridades de confianza no sirve.</translation>
    </message>
    <message>
        <source>It is missing or holds no certificate in PEM form.</source>
        <translation>Falta o no contiene ningún certificado en formato PEM.</translation>
    </message>
    <message>
        <source>Check the setting MAIL_CA_FILE.</source>
        <translation>Compruebe el ajuste MAIL_CA_FILE.</translation>
    </message>
    <message>
        <source>%1 says nothing.</source>
        <translation>%1 no dice nada.</translation>
    </message>
    <message>
        <source>The connection is there, but the server did not answer in time: it may be overloaded, or it may be another kind of server.</source>
        <translation>La conexión está, pero el servidor no respondió a tiempo: puede estar sobrecargado o ser de otra clase.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the port and the server&apos;s log.</source>
        <translation>Inténtelo de nuevo; si sigue así, compruebe el puerto y el registro del servidor.</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 cerró la conexión.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the server&apos;s log says why. Some servers close when there were too many connections or failed logins.</source>
        <translation>Inténtelo de nuevo; si sigue así, el registro del servidor dice por qué. Algunos cierran tras demasiadas conexiones o inicios fallidos.</translation>
    </message>
    <message>
        <source>%1 speaks another protocol.</source>
        <translation>%1 habla otro protocolo.</translation>
    </message>
    <message>
        <source>It answers, but not as such a mail server does.</source>
        <translation>Responde, pero no como un servidor de correo de esta clase.</translation>
    </message>
    <message>
        <source>%1 does not serve this computer.</source>
        <translation>%1 no atiende a este equipo.</translation>
    </message>
    <message>
        <source>It may block this address, or not be in service just now.</source>
        <translation>Quizá bloquea esta dirección, o no está en servicio ahora.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; ask who runs the server.</source>
        <translation>Lea las palabras del servidor; pregunte a quien lo lleva.</translation>
    </message>
    <message>
        <source>%1 does not offer STARTTLS.</source>
        <translation>%1 no ofrece STARTTLS.</translation>
    </message>
    <message>
        <source>Without it the password would be readable on the way, so nothing was sent.</source>
        <translation>Sin él la contraseña sería legible por el camino, por eso no se envió nada.</translation>
    </message>
    <message>
        <source>Choose the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>Elija el puerto para TLS: 993 para IMAP, 465 para SMTP.</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS, but refuses it.</source>
        <translation>%1 ofrece STARTTLS, pero lo rechaza.</translation>
    </message>
    <message>
        <source>Its certificate is often missing or cannot be read.</source>
        <translation>A menudo falta su certificado o no se puede leer.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log.</source>
        <translation>Mire el registro del servidor de correo.</translation>
    </message>
    <message>
        <source>Somebody slipped bytes in before the encryption with %1 began.</source>
        <translation>Alguien coló bytes antes de que empezara el cifrado con %1.</translation>
    </message>
    <message>
        <source>The server is broken, or somebody on the way is tampering with the connection.</source>
        <translation>El servidor está averiado, o alguien por el camino manipula la conexión.</translation>
    </message>
    <message>
        <source>Do not log in over this network before this is explained.</source>
        <translation>No inicie sesión por esta red antes de que se aclare.</translation>
    </message>
    <message>
        <source>%1 accepts passwords without TLS.</source>
        <translation>%1 acepta contraseñas sin TLS.</translation>
    </message>
    <message>
        <source>A program that forgets TLS would send its password readable.</source>
        <translation>Un programa que olvide TLS enviaría su contraseña legible.</translation>
    </message>
    <message>
        <source>Let the mail server refuse logins before TLS.</source>
        <translation>Haga que el servidor rechace inicios de sesión antes de TLS.</translation>
    </message>
    <message>
        <source>%1 accepts no logins here.</source>
        <translation>%1 no acepta inicios de sesión aquí.</translation>
    </message>
    <message>
        <source>It allows them only with encryption, or not at all (LOGINDISABLED).</source>
        <translation>Solo los permite con cifrado, o no los permite (LOGINDISABLED).</translation>
    </message>
    <message>
        <source>%1 offers no login (SMTP AUTH).</source>
        <translation>%1 no ofrece inicio de sesión (SMTP AUTH).</translation>
    </message>
    <message>
        <source>The port is often the one for mail between servers (25), or logins are switched off.</source>
        <translation>A menudo es el puerto para correo entre servidores (25), o está desactivado.</translation>
    </message>
    <message>
        <source>Use the port for sending, 465 or 587, or have SMTP AUTH switched on.</source>
        <translation>Use el puerto de envío, 465 o 587, o haga activar SMTP AUTH.</translation>
    </message>
    <message>
        <source>%1 offers no way to log in with a password that is known here.</source>
        <translation>%1 no ofrece ninguna forma conocida aquí de entrar con contraseña.</translation>
    </message>
    <message>
        <source>Have PLAIN, LOGIN or SCRAM-SHA-256 switched on at the server.</source>
        <translation>Haga activar PLAIN, LOGIN o SCRAM-SHA-256 en el servidor.</translation>
    </message>
    <message>
        <source>%1 accepts OAuth only, no passwords.</source>
        <translation>%1 solo acepta OAuth, no contraseñas.</translation>
    </message>
    <message>
        <source>The provider has switched logins with passwords off.</source>
        <translation>El proveedor ha desactivado el inicio de sesión con contraseña.</translation>
    </message>
    <message>
        <source>Use an app password, if the provider has them, or have passwords allowed for this mailbox.</source>
        <translation>Use una contraseña de aplicación, si el proveedor las tiene, o haga permitir contraseñas para este buzón.</translation>
    </message>
    <message>
        <source>%1 refuses the user name or the password.</source>
        <translation>%1 rechaza el nombre de usuario o la contraseña.</translation>
    </message>
    <message>
        <source>One of them is wrong, or the provider wants an app password.</source>
        <translation>Uno de los dos está mal, o el proveedor quiere una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>Check both; the user name is often the whole e-mail address. With two-factor login create an app password.</source>
        <translation>Compruebe ambos; el nombre de usuario suele ser la dirección entera. Con dos factores, cree una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>%1 wants an app password.</source>
        <translation>%1 quiere una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>The account is protected with a second factor, and its usual password does not work for mail programs.</source>
        <translation>La cuenta está protegida con un segundo factor, y su contraseña habitual no vale para programas de correo.</translation>
    </message>
    <message>
        <source>Create an app password at the provider and use it here.</source>
        <translation>Cree una contraseña de aplicación en el proveedor y úsela aquí.</translation>
    </message>
    <message>
        <source>%1 does not let this mailbox log in this way.</source>
        <translation>%1 no deja que este buzón entre de esta forma.</translation>
    </message>
    <message>
        <source>The provider or the administrator has switched it off.</source>
        <translation>El proveedor o el administrador lo ha desactivado.</translation>
    </message>
    <message>
        <source>Have it switched on for this mailbox.</source>
        <translation>Haga que lo activen para este buzón.</translation>
    </message>
    <message>
        <source>%1 cannot check the login just now.</source>
        <translation>%1 no puede comprobar el inicio de sesión ahora.</translation>
    </message>
    <message>
        <source>The server is overloaded, limits logins, or its user database is away.</source>
        <translation>El servidor está sobrecargado, limita los inicios, o su base de usuarios no está.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>Inténtelo de nuevo en unos minutos.</translation>
    </message>
    <message>
        <source>%1 did not prove that it knows the password.</source>
        <translation>%1 no demostró que conoce la contraseña.</translation>
    </message>
    <message>
        <source>It may not be the server it claims to be.</source>
        <translation>Quizá no sea el servidor que dice ser.</translation>
    </message>
    <message>
        <source>Do not log in before this is explained.</source>
        <translation>No inicie sesión antes de que se aclare.</translation>
    </message>
    <message>
        <source>The folders could not be listed.</source>
        <translation>No se pudieron listar las carpetas.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; the mailbox may be damaged or not set up yet.</source>
        <translation>Lea las palabras del servidor; el buzón puede estar dañado o sin crear todavía.</translation>
    </message>
    <message>
        <source>The server does not tell how full the mailbox is.</source>
        <translation>El servidor no dice cuánto está lleno el buzón.</translation>
    </message>
    <message>
        <source>The mailbox is nearly full.</source>
        <translation>El buzón está casi lleno.</translation>
    </message>
    <message>
        <source>Delete mail, or get more room.</source>
        <translation>Borre correo, o consiga más espacio.</translation>
    </message>
    <message>
        <source>The mailbox is full.</source>
        <translation>El buzón está lleno.</translation>
    </message>
    <message>
        <source>New messages are refused.</source>
        <translation>Los mensajes nuevos se rechazan.</translation>
    </message>
    <message>
        <source>%1 refuses the sender&apos;s address.</source>
        <translation>%1 rechaza la dirección del remitente.</translation>
    </message>
    <message>
        <source>The login may not send as this address.</source>
        <translation>Esta cuenta no puede enviar con esta dirección.</translation>
    </message>
    <message>
        <source>Check the e-mail address; it has to belong to the login.</source>
        <translation>Compruebe la dirección; tiene que ser de la cuenta.</translation>
    </message>
    <message>
        <source>%1 refuses the recipient.</source>
        <translation>%1 rechaza al destinatario.</translation>
    </message>
    <message>
        <source>Check the e-mail address.</source>
        <translation>Compruebe la dirección de correo.</translation>
    </message>
    <message>
        <source>%1 does not take the message just now.</source>
        <translation>%1 no acepta el mensaje ahora.</translation>
    </message>
    <message>
        <source>It asks to try again later, as greylisting does with unknown senders.</source>
        <translation>Pide intentarlo más tarde, como hacen las listas grises con remitentes desconocidos.</translation>
    </message>
    <message>
        <source>Try again in some minutes. Clients that log in should not be greylisted; ask who runs the server.</source>
        <translation>Inténtelo en unos minutos. A quien inicia sesión no debería pasarle; pregunte a quien lleva el servidor.</translation>
    </message>
    <message>
        <source>%1 refuses the message.</source>
        <translation>%1 rechaza el mensaje.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words.</source>
        <translation>Lea las palabras del servidor.</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 took the message.</source>
        <translation>Nadie sabe si %1 aceptó el mensaje.</translation>
    </message>
    <message>
        <source>It was sent, but the confirmation never came.</source>
        <translation>Se envió, pero la confirmación no llegó nunca.</translation>
    </message>
    <message>
        <source>Look whether it arrived before sending again.</source>
        <translation>Mire si llegó antes de enviar otra vez.</translation>
    </message>
    <message>
        <source>The test message did not arrive in time.</source>
        <translation>El mensaje de prueba no llegó a tiempo.</translation>
    </message>
    <message>
        <source>It is still on its way, was filtered, or went to another folder.</source>
        <translation>Sigue de camino, fue filtrado o fue a otra carpeta.</translation>
    </message>
    <message>
        <source>Look for it by its subject, and into the mail server&apos;s log.</source>
        <translation>Búsquelo por su asunto, y en el registro del servidor.</translation>
    </message>
    <message>
        <source>The test message arrived among junk mail.</source>
        <translation>El mensaje de prueba llegó al correo no deseado.</translation>
    </message>
    <message>
        <source>Check the spam filter, and SPF, DKIM and DMARC of the domain.</source>
        <translation>Compruebe el filtro, y SPF, DKIM y DMARC del dominio.</translation>
    </message>
    <message>
        <source>The test message could not be deleted.</source>
        <translation>No se pudo borrar el mensaje de prueba.</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>Bórrelo a mano.</translation>
    </message>
    <message>
        <source>%1 This took long.</source>
        <translation>%1 Esto tardó mucho.</translation>
    </message>
    <message>
        <source>The server or the network is slow.</source>
        <translation>El servidor o la red van lentos.</translation>
    </message>
    <message>
        <source>If it stays so, look at the load of the server, and at its name service: many servers look up who connects.</source>
        <translation>Si sigue así, mire la carga del servidor y su servicio de nombres: muchos buscan quién se conecta.</translation>
    </message>
    <message>
        <source>The time for the diagnosis was over.</source>
        <translation>Se acabó el tiempo del diagnóstico.</translation>
    </message>
    <message>
        <source>This failed.</source>
        <translation>Esto falló.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words, and its log.</source>
        <translation>Lea las palabras del servidor, y su registro.</translation>
    </message>
    <message>
        <source>The server offers %1 extensions.</source>
        <translation>El servidor ofrece %1 extensiones.</translation>
    </message>
    <message>
        <source>Logged in with %1.</source>
        <translation>Sesión iniciada con %1.</translation>
    </message>
    <message>
        <source>There are %1 folders.</source>
        <translation>Hay %1 carpetas.</translation>
    </message>
    <message>
        <source>The mailbox has no limit.</source>
        <translation>El buzón no tiene límite.</translation>
    </message>
    <message>
        <source>%1 percent of the mailbox are used.</source>
        <translation>El %1 por ciento del buzón está usado.</translation>
    </message>
    <message>
        <source>Google wants an app password: switch 2-Step Verification on, then create one at https://myaccount.google.com/apppasswords.</source>
        <translation>Google quiere una contraseña de aplicación: active la verificación en dos pasos y cree una en https://myaccount.google.com/apppasswords.</translation>
    </message>
    <message>
        <source>Microsoft has switched passwords off for most mailboxes. For sending, an administrator of Microsoft 365 can allow authenticated SMTP for a mailbox; reading needs OAuth.</source>
        <translation>Microsoft ha desactivado las contraseñas en casi todos los buzones. Para enviar, un administrador de Microsoft 365 puede permitir SMTP autenticado; leer requiere OAuth.</translation>
    </message>
    <message>
        <source>Yahoo and AOL want an app password: create one under Account security.</source>
        <translation>Yahoo y AOL quieren una contraseña de aplicación: créela en Seguridad de la cuenta.</translation>
    </message>
    <message>
        <source>Apple wants an app-specific password: create one at https://account.apple.com. The user name of IMAP is the part before the @.</source>
        <translation>Apple quiere una contraseña de app: créela en https://account.apple.com. El nombre de usuario de IMAP es la parte delante de @.</translation>
    </message>
    <message>
        <source>GMX and WEB.DE: switch on access by IMAP in the settings of the mailbox (POP3/IMAP); with two-factor login create an app password.</source>
        <translation>GMX y WEB.DE: active el acceso por IMAP en los ajustes del buzón (POP3/IMAP); con dos factores, cree una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>Fastmail wants an app password: create one under Privacy &amp; Security.</source>
        <translation>Fastmail quiere una contraseña de aplicación: créela en Privacy &amp; Security.</translation>
    </message>
    <message>
        <source>Zoho: switch on access by IMAP in the settings of the mailbox; with two-factor login create an app password.</source>
        <translation>Zoho: active el acceso por IMAP en los ajustes del buzón; con dos factores, cree una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>Switch on access by mail programs in the settings of the mailbox, and create an app password.</source>
        <translation>Active el acceso de programas de correo en los ajustes del buzón, y cree una contraseña de aplicación.</translation>
    </message>
    <message>
        <source>Proton needs Proton Mail Bridge on this computer; use the password that Bridge shows.</source>
        <translation>Proton necesita Proton Mail Bridge en este equipo; use la contraseña que muestra.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>Conectado a %1.</translation>
    </message>
    <message>
        <source>Nothing listens at %1; that does not matter.</source>
        <translation>Nada escucha en %1; no importa.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 es %2.</translation>
    </message>
    <message>
        <source>%1 with %2; the certificate is good.</source>
        <translation>%1 con %2; el certificado es bueno.</translation>
    </message>
    <message>
        <source>The server took the message.</source>
        <translation>El servidor aceptó el mensaje.</translation>
    </message>
    <message>
        <source>It arrived.</source>
        <translation>Llegó.</translation>
    </message>
    <message>
        <source>It is deleted again.</source>
        <translation>Está borrado de nuevo.</translation>
    </message>
    <message>
        <source>This needs a login to both servers.</source>
        <translation>Hace falta iniciar sesión en ambos servidores.</translation>
    </message>
    <message>
        <source>This needs the e-mail address of the mailbox.</source>
        <translation>Hace falta la dirección del buzón.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>No se envió nada.</translation>
    </message>
    <message>
        <source>The server names no limit for the size of messages.</source>
        <translation>El servidor no nombra un límite para el tamaño de los mensajes.</translation>
    </message>
    <message>
        <source>Messages may have %1 bytes.</source>
        <translation>Los mensajes pueden tener %1 bytes.</translation>
    </message>
    <message>
        <source>Diagnosis of mail servers</source>
        <translation>Diagnóstico de servidores de correo</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS; where it is chosen, have logins with passwords switched on for this mailbox.</source>
        <translation>Elija TLS o STARTTLS; si ya está elegido, haga activar el acceso con contraseña para este buzón.</translation>
    </message>
    <message>
        <source>The redirect URI &quot;%1&quot; cannot be used: %2</source>
        <translation>No se puede usar el URI de redirección «%1»: %2</translation>
    </message>
    <message>
        <source>it must have 1 to 512 characters.</source>
        <translation>debe tener de 1 a 512 caracteres.</translation>
    </message>
    <message>
        <source>it must not have a fragment (#).</source>
        <translation>no debe tener fragmento (#).</translation>
    </message>
    <message>
        <source>it holds a character that a URI must percent-encode.</source>
        <translation>contiene un carácter que un URI debe codificar con porcentaje.</translation>
    </message>
    <message>
        <source>it must look like https://host/path.</source>
        <translation>debe ser como https://servidor/ruta.</translation>
    </message>
    <message>
        <source>it must not hold a user name.</source>
        <translation>no debe contener un nombre de usuario.</translation>
    </message>
    <message>
        <source>its host must be a lower-case DNS name, 127.0.0.1 or [::1].</source>
        <translation>su servidor debe ser un nombre DNS en minúsculas, 127.0.0.1 o [::1].</translation>
    </message>
    <message>
        <source>its path must not hold &quot;.&quot; or &quot;..&quot; segments.</source>
        <translation>su ruta no debe contener segmentos «.» o «..».</translation>
    </message>
    <message>
        <source>http is allowed for 127.0.0.1, [::1] and localhost only; use https.</source>
        <translation>http solo se permite para 127.0.0.1, [::1] y localhost; use https.</translation>
    </message>
    <message>
        <source>its scheme is neither https nor that of a known desktop client.</source>
        <translation>su esquema no es https ni el de un cliente de escritorio conocido.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 has no closing quote.</source>
        <translation>%1, línea %2: al valor de %3 le faltan las comillas de cierre.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 goes on behind its closing quote.</source>
        <translation>%1, línea %2: el valor de %3 continúa después de las comillas de cierre.</translation>
    </message>
    <message>
        <source>%1 line %2: expected NAME=value.</source>
        <translation>%1, línea %2: se espera NOMBRE=valor.</translation>
    </message>
    <message>
        <source>%1 is not standard base64 (it has the &apos;-&apos; or &apos;_&apos; of the URL-safe form): write &apos;+&apos; and &apos;/&apos; instead, or make a new key with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 no es base64 estándar (tiene el &apos;-&apos; o &apos;_&apos; de la forma para URL): escriba &apos;+&apos; y &apos;/&apos; en su lugar, o cree una clave nueva con &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 is not base64 (44 characters that end in &apos;=&apos; are expected); make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 no es base64 (se esperan 44 caracteres que terminen en &apos;=&apos;); cree una clave con &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes, but the key must have %3; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 contiene %2 bytes, pero la clave debe tener %3; cree una con &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 is one byte repeated, which is no secret; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 es un solo byte repetido, lo que no es ningún secreto; cree una clave con &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS must be a list of NAME:KEY, separated by commas without spaces.</source>
        <translation>ENCRYPTION_KEYS debe ser una lista de NOMBRE:CLAVE, separados por comas sin espacios.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has a key without a usable name: give each 1 to 16 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation>ENCRYPTION_KEYS tiene una clave sin nombre utilizable: dé a cada una de 1 a 16 letras, cifras, &apos;-&apos; o &apos;_&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS, key &apos;%1&apos;,</source>
        <translation>ENCRYPTION_KEYS, clave &apos;%1&apos;,</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY is empty, but it seals every token; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>ENCRYPTION_KEY está vacía, pero sella todos los tokens; cree una con &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has more than %1 keys; drop those whose tokens have all expired.</source>
        <translation>ENCRYPTION_KEYS tiene más de %1 claves; quite aquellas cuyos tokens hayan caducado todos.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS names the key &apos;%1&apos; twice (&apos;default&apos; is the name of ENCRYPTION_KEY); give each key its own name.</source>
        <translation>ENCRYPTION_KEYS nombra dos veces la clave &apos;%1&apos; (&apos;default&apos; es el nombre de ENCRYPTION_KEY); dé a cada clave un nombre propio.</translation>
    </message>
    <message>
        <source>There are already %1 keys, and a server takes no more. First remove the last ones of ENCRYPTION_KEYS, whose tokens have expired.</source>
        <translation>Ya hay %1 claves, y un servidor no acepta más. Quite primero las últimas de ENCRYPTION_KEYS, cuyos tokens han caducado.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 no es un archivo.</translation>
    </message>
    <message>
        <source>The file %1 belongs to another user, who knows the key and can change it. Make a copy that is yours alone: install -m 600 %1 NEW_FILE</source>
        <translation>El archivo %1 pertenece a otro usuario, que conoce la clave y puede cambiarla. Haga una copia que sea solo suya: install -m 600 %1 NEW_FILE</translation>
    </message>
    <message>
        <source>The file %1 can be used by others than its owner (mode %2), so the key in it may be known. Make it private: chmod 600 %1</source>
        <translation>El archivo %1 puede ser usado por otros además de su dueño (modo %2), así que quizá se conozca la clave que contiene. Hágalo privado: chmod 600 %1</translation>
    </message>
    <message>
        <source>The file %1 is too large for a file of keys.</source>
        <translation>El archivo %1 es demasiado grande para ser un archivo de claves.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>No hay ningún archivo %1.</translation>
    </message>
    <message>
        <source>You may not read the file %1.</source>
        <translation>No tiene permiso para leer el archivo %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>No se puede leer el archivo %1: %2.</translation>
    </message>
    <message>
        <source>That is too much text for keys.</source>
        <translation>Es demasiado texto para unas claves.</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>The BASE_URL in %1 cannot be used. It must be the address of the server without a path, such as https://mail-mcp.example.com.</source>
        <translation>No se puede usar la BASE_URL de %1. Debe ser la dirección del servidor sin ruta, como https://mail-mcp.example.com.</translation>
    </message>
    <message>
        <source>The name is not valid UTF-8. Type it anew.</source>
        <translation>El nombre no es UTF-8 válido. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>The redirect URIs are too long to fit into one client ID. Make a client for each program.</source>
        <translation>Los URI de redirección son demasiado largos para un solo identificador de cliente. Cree un cliente para cada programa.</translation>
    </message>
    <message>
        <source>The client could not be sealed with this key. Make or choose another one.</source>
        <translation>No se pudo sellar el cliente con esta clave. Cree o elija otra.</translation>
    </message>
</context>
</TS>
