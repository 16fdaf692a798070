<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>pages</name>
    <message>
        <source>There were too many tries from your network. Wait a minute and try again.</source>
        <translation>お使いのネットワークからの試行が多すぎます。1 分待ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>This service has no mail server for %1. Check the spelling of your address, or ask the administrator of this service.</source>
        <translation>このサービスには %1 のメールサーバーがありません。アドレスのつづりを確認するか、このサービスの管理者に問い合わせてください。</translation>
    </message>
    <message>
        <source>The address of this page is damaged.</source>
        <translation>このページのアドレスが壊れています。</translation>
    </message>
    <message>
        <source>A parameter of the request came more than once.</source>
        <translation>要求のパラメーターが重複しています。</translation>
    </message>
    <message>
        <source>The assistant asks to be called back at an address that it is not registered with.</source>
        <translation>アシスタントが、登録されていない戻り先を要求しています。</translation>
    </message>
    <message>
        <source>The assistant&apos;s request is not one that this service can answer: %1 (%2).</source>
        <translation>このサービスはアシスタントの要求に応えられません: %1 (%2)</translation>
    </message>
    <message>
        <source>The form arrived damaged.</source>
        <translation>フォームのデータが壊れています。</translation>
    </message>
    <message>
        <source>The request of the assistant is too large.</source>
        <translation>アシスタントの要求が大きすぎます。</translation>
    </message>
    <message>
        <source>This login page was used already.</source>
        <translation>このログインページは使用済みです。</translation>
    </message>
    <message>
        <source>This login did not come from this server&apos;s own page.</source>
        <translation>このログインは、このサーバーのページから送られたものではありません。</translation>
    </message>
    <message>
        <source>The login page was open for too long, or it is not from this server.</source>
        <translation>ログインページを開いてから時間が経ちすぎたか、このサーバーのものではありません。</translation>
    </message>
    <message>
        <source>This login page belongs to another browser, or your browser refuses cookies.</source>
        <translation>このログインページは別のブラウザーのものか、ブラウザーが Cookie を拒否しています。</translation>
    </message>
    <message>
        <source>There were too many failed logins. Wait %1 min and try again.</source>
        <translation>ログインの失敗が多すぎます。%1 分待ってからもう一度お試しください。</translation>
    </message>
    <message>
        <source>The assistant&apos;s callback address cannot be used.</source>
        <translation>アシスタントの戻り先は使えません。</translation>
    </message>
    <message>
        <source>The assistant&apos;s client ID was not made by this server, or it has expired.</source>
        <translation>アシスタントのクライアント ID はこのサーバーのものではないか、有効期限が切れています。</translation>
    </message>
    <message>
        <source>The administrator has withdrawn this client.</source>
        <translation>管理者がこのクライアントを取り消しました。</translation>
    </message>
    <message>
        <source>The connection could not be made</source>
        <translation>接続できませんでした</translation>
    </message>
    <message>
        <source>Go back to your assistant and start the connection again. If that does not help, tell the administrator of this service what you read here.</source>
        <translation>アシスタントに戻り、接続をやり直してください。解決しない場合は、ここに書かれている内容をこのサービスの管理者に伝えてください。</translation>
    </message>
    <message>
        <source>Not possible at the moment</source>
        <translation>現在は利用できません</translation>
    </message>
    <message>
        <source>This service cannot remember logins right now.</source>
        <translation>このサービスは現在、ログインを記録できません。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>Enter your e-mail address, for example you@example.com.</source>
        <translation>メールアドレスを入力してください。例: you@example.com</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 bytes can be used.</source>
        <translation>%1が長すぎます。使えるのは %2 バイトまでです。</translation>
    </message>
    <message>
        <source>%1 holds a line break or another character that cannot be used.</source>
        <translation>%1に改行など、使えない文字が含まれています。</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>The user name</source>
        <translation>ユーザー名</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>The user name for sending</source>
        <translation>送信用のユーザー名</translation>
    </message>
    <message>
        <source>The password for sending</source>
        <translation>送信用のパスワード</translation>
    </message>
    <message>
        <source>Enter the password of your mailbox.</source>
        <translation>メールボックスのパスワードを入力してください。</translation>
    </message>
    <message>
        <source>Enter the password for sending, or tick “Use the same login”.</source>
        <translation>送信用のパスワードを入力するか、「同じログインを使う」を選んでください。</translation>
    </message>
    <message>
        <source>Tick at least one thing that the assistant may do.</source>
        <translation>アシスタントに許可する操作を少なくとも一つ選んでください。</translation>
    </message>
    <message>
        <source>The mail server for reading (%1)</source>
        <translation>受信サーバー (%1)</translation>
    </message>
    <message>
        <source>The mail server for sending (%1)</source>
        <translation>送信サーバー (%1)</translation>
    </message>
    <message>
        <source>%1 did not accept this user name and password. Check both; some providers want an app password.</source>
        <translation>%1がこのユーザー名とパスワードを受け付けませんでした。両方を確認してください。アプリパスワードが必要なプロバイダーもあります。</translation>
    </message>
    <message>
        <source>%1 could not prove its identity, so your password was not sent. Tell the administrator of this service.</source>
        <translation>%1の身元を確認できなかったため、パスワードは送信されませんでした。このサービスの管理者に連絡してください。</translation>
    </message>
    <message>
        <source>%1 cannot be reached at the moment. Try again in a minute.</source>
        <translation>%1に現在接続できません。しばらくしてからもう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 did not behave as expected, so the login could not be checked. Tell the administrator of this service.</source>
        <translation>%1の動作が想定と異なるため、ログインを確認できませんでした。このサービスの管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Read and search your mail</source>
        <translation>メールを読み、検索する</translation>
    </message>
    <message>
        <source>Move mail and change flags such as “read”</source>
        <translation>メールを移動し、「既読」などの印を変える</translation>
    </message>
    <message>
        <source>Save drafts for you to send</source>
        <translation>あなたが送信するための下書きを保存する</translation>
    </message>
    <message>
        <source>Delete mail for good</source>
        <translation>メールを完全に削除する</translation>
    </message>
    <message>
        <source>Send mail in your name</source>
        <translation>あなたの名前でメールを送信する</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>エラー:</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>メールボックスを接続</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail.</source>
        <translation>&lt;strong&gt;{{documentHost}}&lt;/strong&gt; の、&lt;strong&gt;{{clientName}}&lt;/strong&gt; と名乗るプログラムがメールの利用を求めています。</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail.</source>
        <translation>&lt;strong&gt;{{clientName}}&lt;/strong&gt; と名乗るプログラムがメールの利用を求めています。</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>提供元</translation>
    </message>
    <message>
        <source>Sends you back to</source>
        <translation>戻り先</translation>
    </message>
    <message>
        <source>Nobody has checked this name. Go on only if you started the connection yourself, just now, and know where you will be sent back to.</source>
        <translation>この名前は確認されていません。たった今ご自分で接続を始め、戻り先に心当たりがある場合だけ続けてください。</translation>
    </message>
    <message>
        <source>You will be sent back to a program on this computer. Go on only if you started the connection yourself, just now, from a program you trust.</source>
        <translation>このコンピューター上のプログラムに戻ります。たった今ご自分で、信頼するプログラムから接続を始めた場合だけ続けてください。</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>メールアドレス</translation>
    </message>
    <message>
        <source>(it says which mail server is yours)</source>
        <translation>(メールサーバーを見つけるために使います)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Step 1 of 2. You log in and choose what the program may do on the next page.</source>
        <translation>ステップ 1 / 2。次のページでログインし、プログラムに許可する操作を選びます。</translation>
    </message>
    <message>
        <source>&lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>&lt;strong&gt;{{clientName}}&lt;/strong&gt; がメールの利用を求めています。許可するには、メールボックスのユーザー名とパスワードでログインしてください。</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>&lt;strong&gt;{{documentHost}}&lt;/strong&gt; の、&lt;strong&gt;{{clientName}}&lt;/strong&gt; と名乗るプログラムがメールの利用を求めています。許可するには、メールボックスのユーザー名とパスワードでログインしてください。</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>&lt;strong&gt;{{clientName}}&lt;/strong&gt; と名乗るプログラムがメールの利用を求めています。許可するには、メールボックスのユーザー名とパスワードでログインしてください。</translation>
    </message>
    <message>
        <source>Reads from</source>
        <translation>受信サーバー</translation>
    </message>
    <message>
        <source>Sends through</source>
        <translation>送信サーバー</translation>
    </message>
    <message>
        <source>You</source>
        <translation>あなた</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>(shown to people you write to)</source>
        <translation>(メールの相手に表示されます)</translation>
    </message>
    <message>
        <source>Mailbox login</source>
        <translation>メールボックスへのログイン</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>ユーザー名</translation>
    </message>
    <message>
        <source>(empty: the e-mail address)</source>
        <translation>(空欄ならメールアドレス)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>If your provider offers app passwords, make one for this and use it here.</source>
        <translation>プロバイダーにアプリパスワードがある場合は、専用に作成してここで使ってください。</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>Use the same login for sending mail</source>
        <translation>送信にも同じログインを使う</translation>
    </message>
    <message>
        <source>User name for sending</source>
        <translation>送信用のユーザー名</translation>
    </message>
    <message>
        <source>Password for sending</source>
        <translation>送信用のパスワード</translation>
    </message>
    <message>
        <source>What {{clientName}} may do</source>
        <translation>{{clientName}} に許可する操作</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>接続</translation>
    </message>
    <message>
        <source>Your password is checked with your mail server now. It is not stored here: it travels, sealed so that only this server can open it, in the access that {{clientName}} receives.</source>
        <translation>パスワードは今、メールサーバーで確認されます。ここには保存されません。このサーバーだけが開けるように封印され、{{clientName}} が受け取るアクセス権に含まれます。</translation>
    </message>
    <message>
        <source>An assistant</source>
        <translation>アシスタント</translation>
    </message>
    <message>
        <source>This client was made by an earlier version and must be re-issued by the administrator.</source>
        <translation>このクライアントは以前のバージョンで作られたため、管理者による再発行が必要です。</translation>
    </message>
    <message>
        <source>Ask me before anything is sent or deleted</source>
        <translation>送信や削除の前に確認を求める</translation>
    </message>
    <message>
        <source>Your assistant then has to show you what it wants to send or delete, and to wait for your answer.</source>
        <translation>アシスタントは、送信または削除しようとする内容を表示し、あなたの回答を待たなければなりません。</translation>
    </message>
    <message>
        <source>You are always asked before anything is sent or deleted. The administrator of this service wants it so.</source>
        <translation>送信や削除の前には必ず確認を求められます。これはこのサービスの管理者の設定です。</translation>
    </message>
    <message>
        <source>Put the new ENCRYPTION_KEYS into the settings of the server in place of the old one, and take ENCRYPTION_KEY out: it is in the new line as “default”.</source>
        <translation>新しい ENCRYPTION_KEYS をサーバーの設定に古いものの代わりに入れ、ENCRYPTION_KEY を取り除いてください。その鍵は新しい行に「default」として入っています。</translation>
    </message>
    <message>
        <source>Reload the server (systemctl reload mail-mcp, or SIGHUP). Nobody is logged out. If several servers share the keys, first add the new key at the end of the line on all of them and reload, and only then put it in front: no server may seal what another cannot open yet.</source>
        <translation>サーバーに設定を読み直させてください (systemctl reload mail-mcp または SIGHUP)。ログアウトされる人はいません。複数のサーバーが鍵を共有している場合は、まずすべてのサーバーで新しい鍵を行の末尾に加えて読み直し、その後で先頭に移してください。ほかのサーバーがまだ開けないものを封印してはいけません。</translation>
    </message>
    <message>
        <source>Make new clients for everybody whose client ID is older. It ends together with the key that it was made with.</source>
        <translation>クライアント ID がこれより古い人全員に、新しいクライアントを作ってください。クライアント ID は、作成に使った鍵とともに無効になります。</translation>
    </message>
    <message>
        <source>Remove the older keys (%1) when all clients are new and REFRESH_TOKEN_TTL (30 days, unless you set it) has passed since the reload. What they have sealed ends then.</source>
        <translation>すべてのクライアントが新しくなり、読み直しから REFRESH_TOKEN_TTL (設定していなければ 30 日) が過ぎたら、古い鍵 (%1) を取り除いてください。その鍵で封印されたものはそこで無効になります。</translation>
    </message>
    <message>
        <source>If somebody may know an older key, do not wait: remove it at once, which ends every client and every login that it has sealed.</source>
        <translation>古い鍵を誰かに知られたおそれがあるときは、待たずにすぐ取り除いてください。その鍵で封印されたすべてのクライアントとログインが無効になります。</translation>
    </message>
    <message>
        <source>A client can have at most %1 redirect URIs.</source>
        <translation>1 つのクライアントに登録できるリダイレクト URI は %1 個までです。</translation>
    </message>
    <message>
        <source>Allow at least one thing: a client without any permission is of no use.</source>
        <translation>少なくとも 1 つは許可してください。何も許可されていないクライアントは役に立ちません。</translation>
    </message>
    <message>
        <source>There is nothing to ask about: the client may neither send nor delete. Allow one of the two, or do not ask.</source>
        <translation>確認することがありません。このクライアントは送信も削除もできません。どちらかを許可するか、確認をやめてください。</translation>
    </message>
    <message>
        <source>The name is too long: at most %1 bytes can be used.</source>
        <translation>名前が長すぎます。使えるのは %1 バイトまでです。</translation>
    </message>
    <message>
        <source>The lifetime must be a number of days from 1 to %1.</source>
        <translation>有効期間は 1 から %1 までの日数でなければなりません。</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>サーバーの名前がありません。</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server. Write one such as mail.example.com, without a port.</source>
        <translation>「%1」はサーバーの名前ではありません。mail.example.com のような名前を、ポートなしで書いてください。</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>ポートは 1 から 65535 までの数でなければなりません。</translation>
    </message>
    <message>
        <source>Only servers on this computer (127.0.0.1, ::1, localhost) can be used without encryption.</source>
        <translation>暗号化なしで使えるのは、このコンピューター上のサーバー (127.0.0.1、::1、localhost) だけです。</translation>
    </message>
    <message>
        <source>You named this server, and it answers.</source>
        <translation>指定されたサーバーです。応答がありました。</translation>
    </message>
    <message>
        <source>These are the known settings of %1.</source>
        <translation>%1 の既知の設定です。</translation>
    </message>
    <message>
        <source>The domain itself publishes this at %1.</source>
        <translation>ドメイン自身が %1 で公開しています。</translation>
    </message>
    <message>
        <source>Thunderbird’s database says so: %1.</source>
        <translation>Thunderbird のデータベースによる設定です: %1</translation>
    </message>
    <message>
        <source>The name service says so, in the record %1.</source>
        <translation>ネームサービスのレコード %1 による設定です。</translation>
    </message>
    <message>
        <source>This is a guess by usual names; a server answers there with a good certificate.</source>
        <translation>よくある名前からの推測です。そこではサーバーが正しい証明書で応答しています。</translation>
    </message>
    <message>
        <source>%1 does not take the password of the account here. Make an app password (also called authorisation code) in its security settings and use that.</source>
        <translation>%1 では、ここでアカウントのパスワードを使えません。セキュリティ設定でアプリパスワード (認証コードとも呼ばれます) を作成し、それを使ってください。</translation>
    </message>
    <message>
        <source>%1 takes no passwords from mail programs any more, only OAuth logins of registered programs. Its mailboxes cannot be used here unless the administrator allows passwords again.</source>
        <translation>%1 はメールソフトからのパスワードを受け付けなくなり、登録済みのソフトによる OAuth ログインだけが使えます。管理者がパスワードを再び許可しない限り、このメールボックスはここでは使えません。</translation>
    </message>
    <message>
        <source>IMAP is off at first. Switch it on in the mail settings on the web pages of %1.</source>
        <translation>IMAP は最初は無効です。%1 のウェブページのメール設定で有効にしてください。</translation>
    </message>
    <message>
        <source>Mail programs have a password of their own at %1, which is set in the customer centre.</source>
        <translation>%1 では、メールソフト専用のパスワードがあり、お客様ページで設定します。</translation>
    </message>
    <message>
        <source>The mail of %1 can only be reached through its program Bridge, which has to run on the same computer as this server and whose certificate has to be trusted.</source>
        <translation>%1 のメールには専用プログラム Bridge を通してのみ接続できます。Bridge はこのサーバーと同じコンピューターで動いている必要があり、その証明書を信頼しなければなりません。</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only on plans that are paid for.</source>
        <translation>%1 でメールソフトを使えるのは有料プランだけです。</translation>
    </message>
    <message>
        <source>Accounts of %1 that were made for another region have servers of that region.</source>
        <translation>別の地域で作成された %1 のアカウントには、その地域のサーバーがあります。</translation>
    </message>
    <message>
        <source>%1 See %2</source>
        <translation>%1 参照: %2</translation>
    </message>
    <message>
        <source>Type an e-mail address or the name of a mail server.</source>
        <translation>メールアドレスまたはメールサーバーの名前を入力してください。</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write one such as alice@example.com.</source>
        <translation>「%1」はメールアドレスではありません。alice@example.com のように書いてください。</translation>
    </message>
    <message>
        <source>“%1” is neither an e-mail address nor the name of a mail server. Write alice@example.com or mail.example.com, without a port.</source>
        <translation>「%1」はメールアドレスでもメールサーバーの名前でもありません。alice@example.com または mail.example.com のように、ポートなしで書いてください。</translation>
    </message>
    <message>
        <source>In Claude on the web or in Claude Desktop</source>
        <translation>ウェブ版の Claude または Claude Desktop で</translation>
    </message>
    <message>
        <source>Open Settings → Connectors and choose “Add custom connector”.</source>
        <translation>Settings → Connectors を開き、「Add custom connector」を選びます。</translation>
    </message>
    <message>
        <source>Name: %1. URL of the server: %2</source>
        <translation>名前: %1、サーバーの URL: %2</translation>
    </message>
    <message>
        <source>Open “Advanced settings” and paste the client ID and the client secret.</source>
        <translation>「Advanced settings」を開き、クライアント ID とクライアントシークレットを貼り付けます。</translation>
    </message>
    <message>
        <source>Choose “Add”, then “Connect”, and log in to the mailbox.</source>
        <translation>「Add」、続いて「Connect」を選び、メールボックスにログインします。</translation>
    </message>
    <message>
        <source>Anthropic’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>接続するのは Anthropic のサーバーなので、このサーバーはインターネットから https で到達できる必要があります。</translation>
    </message>
    <message>
        <source>Claude Desktop ignores remote servers in claude_desktop_config.json; the connector is for all of Claude’s programs.</source>
        <translation>Claude Desktop は claude_desktop_config.json のリモートサーバーを無視します。コネクターは Claude のすべてのプログラムで使えます。</translation>
    </message>
    <message>
        <source>Run this once; it asks for the client secret</source>
        <translation>一度だけ実行します。クライアントシークレットを尋ねられます</translation>
    </message>
    <message>
        <source>Run this once</source>
        <translation>一度だけ実行します</translation>
    </message>
    <message>
        <source>Or, for everybody who works on a project, without the secret</source>
        <translation>または、プロジェクトで作業する全員のために (シークレットなし)</translation>
    </message>
    <message>
        <source>Type /mcp in Claude Code to log in to the mailbox.</source>
        <translation>Claude Code で /mcp と入力し、メールボックスにログインします。</translation>
    </message>
    <message>
        <source>In ChatGPT on the web, with developer mode on</source>
        <translation>ウェブ版の ChatGPT で、開発者モードを有効にして</translation>
    </message>
    <message>
        <source>Open Settings → Apps &amp; Connectors → Advanced settings and switch on developer mode.</source>
        <translation>Settings → Apps &amp; Connectors → Advanced settings を開き、開発者モードを有効にします。</translation>
    </message>
    <message>
        <source>Go back and choose “Create”. Name: %1. URL of the MCP server: %2</source>
        <translation>戻って「Create」を選びます。名前: %1、MCP サーバーの URL: %2</translation>
    </message>
    <message>
        <source>Authentication: OAuth. Paste the client ID and the client secret.</source>
        <translation>認証: OAuth。クライアント ID とクライアントシークレットを貼り付けます。</translation>
    </message>
    <message>
        <source>Choose “Create” and log in to the mailbox.</source>
        <translation>「Create」を選び、メールボックスにログインします。</translation>
    </message>
    <message>
        <source>If ChatGPT shows a callback URL of its own (https://chatgpt.com/connector/oauth/…), make the client with that redirect URI.</source>
        <translation>ChatGPT が独自のコールバック URL (https://chatgpt.com/connector/oauth/…) を表示する場合は、そのリダイレクト URI でクライアントを作ってください。</translation>
    </message>
    <message>
        <source>OpenAI’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>接続するのは OpenAI のサーバーなので、このサーバーはインターネットから https で到達できる必要があります。</translation>
    </message>
    <message>
        <source>For one project</source>
        <translation>1 つのプロジェクト用</translation>
    </message>
    <message>
        <source>VS Code asks for the client secret when it connects. For all projects, run “MCP: Open User Configuration” and put the same there.</source>
        <translation>VS Code は接続時にクライアントシークレットを尋ねます。すべてのプロジェクトで使うには、「MCP: Open User Configuration」を実行して同じ内容を入れてください。</translation>
    </message>
    <message>
        <source>For all projects; for one alone in .cursor/mcp.json</source>
        <translation>すべてのプロジェクト用 (1 つだけなら .cursor/mcp.json)</translation>
    </message>
    <message>
        <source>Without the secret in the file, Cursor reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>ファイルにシークレットがない場合、Cursor は環境変数 MAIL_MCP_SECRET から読み取ります。</translation>
    </message>
    <message>
        <source>A file of servers</source>
        <translation>サーバーのファイル</translation>
    </message>
    <message>
        <source>Then run, in the same folder</source>
        <translation>次に同じフォルダーで実行します</translation>
    </message>
    <message>
        <source>Where CLIENT_SECRET stands, put the client secret.</source>
        <translation>CLIENT_SECRET の部分にクライアントシークレットを入れてください。</translation>
    </message>
    <message>
        <source>The client, in a file that only you can read (chmod 600)</source>
        <translation>クライアントの情報 (自分だけが読めるファイルに置く: chmod 600)</translation>
    </message>
    <message>
        <source>For a program that starts local servers, such as Claude Desktop; put the real path in</source>
        <translation>Claude Desktop など、ローカルサーバーを起動するプログラム用 (実際のパスに置き換える)</translation>
    </message>
    <message>
        <source>Without the secret in the file, mcp-remote reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>ファイルにシークレットがない場合、mcp-remote は環境変数 MAIL_MCP_SECRET から読み取ります。</translation>
    </message>
    <message>
        <source>Add this to the settings</source>
        <translation>設定に次を加えます</translation>
    </message>
    <message>
        <source>Type /mcp auth in Gemini CLI to log in to the mailbox.</source>
        <translation>Gemini CLI で /mcp auth と入力し、メールボックスにログインします。</translation>
    </message>
    <message>
        <source>Without the secret in the file, Gemini CLI reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>ファイルにシークレットがない場合、Gemini CLI は環境変数 MAIL_MCP_SECRET から読み取ります。</translation>
    </message>
    <message>
        <source>Add this to the settings, with the real path</source>
        <translation>実際のパスにして設定に加えます</translation>
    </message>
    <message>
        <source>Codex itself sends no client secret, so it connects through mcp-remote.</source>
        <translation>Codex 自体はクライアントシークレットを送らないため、mcp-remote を通して接続します。</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>有効期限が切れています。</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>まだ有効ではありません。</translation>
    </message>
    <message>
        <source>It is for another name.</source>
        <translation>別の名前のものです。</translation>
    </message>
    <message>
        <source>It is self-signed.</source>
        <translation>自己署名です。</translation>
    </message>
    <message>
        <source>Its authority is not known.</source>
        <translation>認証局が知られていません。</translation>
    </message>
    <message>
        <source>It signed another one and must not.</source>
        <translation>許されていないのに別の証明書に署名しています。</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>失効しています。</translation>
    </message>
    <message>
        <source>It cannot be trusted.</source>
        <translation>信頼できません。</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>TLS のバージョン</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>暗号</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>挨拶</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Ways to log in</source>
        <translation>ログイン方式</translation>
    </message>
    <message>
        <source>Way of logging in</source>
        <translation>使ったログイン方式</translation>
    </message>
    <message>
        <source>Other folders</source>
        <translation>その他のフォルダー</translation>
    </message>
    <message>
        <source>Largest message in bytes</source>
        <translation>最大メッセージ（バイト）</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>拡張機能</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>証明書 %1</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>発行者</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効期間</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 から %2 まで</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題点</translation>
    </message>
    <message>
        <source>%1 messages, %2 unread</source>
        <translation>メッセージ %1 件、未読 %2 件</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>確認していません。</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>すべて動作しています。</translation>
    </message>
    <message>
        <source>Everything works, as far as it can be seen without a login.</source>
        <translation>ログインせずに分かる範囲では、すべて動作しています。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>対処</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>プロバイダー</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>サーバーの言葉</translation>
    </message>
    <message>
        <source>Look up the name</source>
        <translation>名前を調べる</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>暗号化（TLS）</translation>
    </message>
    <message>
        <source>Encrypt (STARTTLS)</source>
        <translation>暗号化（STARTTLS）</translation>
    </message>
    <message>
        <source>Capabilities with TLS</source>
        <translation>TLS での機能</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Capabilities after the login</source>
        <translation>ログイン後の機能</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Limits for sending</source>
        <translation>送信の制限</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>テストメッセージを送る</translation>
    </message>
    <message>
        <source>Find the test message</source>
        <translation>テストメッセージを探す</translation>
    </message>
    <message>
        <source>Delete the test message</source>
        <translation>テストメッセージを削除する</translation>
    </message>
    <message>
        <source>“%1” is no server.</source>
        <translation>「%1」はサーバーではありません。</translation>
    </message>
    <message>
        <source>A host name and a port from 1 to 65535 are needed.</source>
        <translation>ホスト名と 1 から 65535 までのポートが必要です。</translation>
    </message>
    <message>
        <source>Check the host name and the port.</source>
        <translation>ホスト名とポートを確認してください。</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>%1 というサーバーはありません。</translation>
    </message>
    <message>
        <source>The name is misspelt, or its DNS entry is missing.</source>
        <translation>名前の綴りが違うか、DNS に登録がありません。</translation>
    </message>
    <message>
        <source>Check the spelling of the host name; it often begins with “imap.”, “smtp.” or “mail.”.</source>
        <translation>ホスト名の綴りを確認してください。多くは「imap.」「smtp.」「mail.」で始まります。</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up.</source>
        <translation>名前 %1 を調べられませんでした。</translation>
    </message>
    <message>
        <source>The name service of this computer did not answer.</source>
        <translation>このコンピューターのネームサービスが応答しませんでした。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network and DNS settings, then try again.</source>
        <translation>このコンピューターのネットワークと DNS の設定を確認し、もう一度試してください。</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 は接続を拒否しています。</translation>
    </message>
    <message>
        <source>The server is there, but nothing listens on this port.</source>
        <translation>サーバーはありますが、このポートでは何も待ち受けていません。</translation>
    </message>
    <message>
        <source>Check the port: usually 993 or 143 for IMAP, 465 or 587 for SMTP.</source>
        <translation>ポートを確認してください。普通は IMAP が 993 か 143、SMTP が 465 か 587 です。</translation>
    </message>
    <message>
        <source>%1 cannot be reached over the network.</source>
        <translation>%1 にネットワークで届きません。</translation>
    </message>
    <message>
        <source>There is no way to this address, or a firewall refuses it.</source>
        <translation>このアドレスへの経路がないか、ファイアウォールが拒否しています。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network, its IPv6 included, and its firewall.</source>
        <translation>このコンピューターのネットワーク（IPv6 も）とファイアウォールを確認してください。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 は応答しません。</translation>
    </message>
    <message>
        <source>A firewall usually drops such connections silently; some providers block mail ports.</source>
        <translation>普通はファイアウォールがこうした接続を黙って捨てています。メール用ポートを塞ぐプロバイダーもあります。</translation>
    </message>
    <message>
        <source>Check the port, and whether a firewall lets connections to it out.</source>
        <translation>ポートと、ファイアウォールがそこへの接続を通すかを確認してください。</translation>
    </message>
    <message>
        <source>%1 may not be used without encryption.</source>
        <translation>%1 は暗号化なしでは使えません。</translation>
    </message>
    <message>
        <source>Only a server on this very computer may be spoken to without TLS: the password would be readable on the way.</source>
        <translation>TLS なしで話せるのはこのコンピューター自身のサーバーだけです。途中でパスワードが読まれるからです。</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS.</source>
        <translation>TLS か STARTTLS を選んでください。</translation>
    </message>
    <message>
        <source>%1 does not begin with TLS.</source>
        <translation>%1 は TLS で始まりません。</translation>
    </message>
    <message>
        <source>The port begins in the clear: it is one for STARTTLS.</source>
        <translation>このポートは平文で始まります。STARTTLS 用です。</translation>
    </message>
    <message>
        <source>Choose STARTTLS for this port, or the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>このポートには STARTTLS を選ぶか、TLS のポート（IMAP は 993、SMTP は 465）を使ってください。</translation>
    </message>
    <message>
        <source>%1 waits for TLS.</source>
        <translation>%1 は TLS を待っています。</translation>
    </message>
    <message>
        <source>The port begins with TLS at once; STARTTLS is not used on it.</source>
        <translation>このポートはすぐ TLS で始まり、STARTTLS は使われません。</translation>
    </message>
    <message>
        <source>Choose TLS for this port, or the port for STARTTLS: 143 for IMAP, 587 for SMTP.</source>
        <translation>このポートには TLS を選ぶか、STARTTLS のポート（IMAP は 143、SMTP は 587）を使ってください。</translation>
    </message>
    <message>
        <source>%1 only offers encryption that is too old.</source>
        <translation>%1 の暗号化は古すぎます。</translation>
    </message>
    <message>
        <source>TLS 1.2 or newer with safe ciphers and keys is needed.</source>
        <translation>安全な暗号と鍵を使う TLS 1.2 以降が必要です。</translation>
    </message>
    <message>
        <source>Update the mail server&apos;s TLS settings.</source>
        <translation>メールサーバーの TLS 設定を更新してください。</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>%1 との TLS ハンドシェイクに失敗しました。</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log; it usually says why.</source>
        <translation>メールサーバーのログを見てください。たいてい理由が書かれています。</translation>
    </message>
    <message>
        <source>%1 does not finish the TLS handshake.</source>
        <translation>%1 は TLS ハンドシェイクを終えません。</translation>
    </message>
    <message>
        <source>The port may be no TLS port, or something in between, as a firewall or a virus scanner, holds it up.</source>
        <translation>TLS のポートではないか、ファイアウォールやウイルス対策などが途中で止めています。</translation>
    </message>
    <message>
        <source>Check the port and the kind of encryption.</source>
        <translation>ポートと暗号化の種類を確認してください。</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>%1 の証明書は有効期限が切れています。</translation>
    </message>
    <message>
        <source>Renew the certificate and restart the mail server; check that the renewed one is the one it loads.</source>
        <translation>証明書を更新してメールサーバーを再起動し、新しいものが読み込まれたか確認してください。</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>%1 の証明書はまだ有効ではありません。</translation>
    </message>
    <message>
        <source>Its time has not begun, or the clock of this computer is wrong.</source>
        <translation>期間が始まっていないか、このコンピューターの時計が違っています。</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>このコンピューターの時計を確認してください。</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>%1 の証明書は別の名前のものです。</translation>
    </message>
    <message>
        <source>The names in the certificate do not include this host name.</source>
        <translation>証明書の名前にこのホスト名がありません。</translation>
    </message>
    <message>
        <source>Use one of the names in the certificate as the host name, or get a certificate for this one.</source>
        <translation>証明書にある名前をホスト名に使うか、このホスト名の証明書を取得してください。</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed.</source>
        <translation>%1 の証明書は自己署名です。</translation>
    </message>
    <message>
        <source>No authority vouches for it, so anybody could have made it.</source>
        <translation>保証する認証局がなく、誰でも作れたものです。</translation>
    </message>
    <message>
        <source>Get a certificate from an authority, or name this certificate as a trusted authority (MAIL_CA_FILE).</source>
        <translation>認証局の証明書を取得するか、この証明書を信頼する認証局に指定してください（MAIL_CA_FILE）。</translation>
    </message>
    <message>
        <source>The certificate of %1 is from an unknown authority.</source>
        <translation>%1 の証明書は未知の認証局のものです。</translation>
    </message>
    <message>
        <source>The authority is not among the trusted ones, or the server does not send its intermediate certificates.</source>
        <translation>認証局が信頼されていないか、サーバーが中間証明書を送っていません。</translation>
    </message>
    <message>
        <source>Let the mail server send its whole chain, or name your own authority as a trusted one (MAIL_CA_FILE).</source>
        <translation>メールサーバーに全部の証明書を送らせるか、自分の認証局を信頼に加えてください（MAIL_CA_FILE）。</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>%1 の証明書は信頼できません。</translation>
    </message>
    <message>
        <source>It was revoked, its signature or key is too weak, or who signed it was not allowed to.</source>
        <translation>失効しているか、署名や鍵が弱すぎるか、署名が許されない者の署名です。</translation>
    </message>
    <message>
        <source>Get a new certificate.</source>
        <translation>新しい証明書を取得してください。</translation>
    </message>
    <message>
        <source>The certificate of %1 ends soon.</source>
        <translation>%1 の証明書はまもなく切れます。</translation>
    </message>
    <message>
        <source>Renew it in time; check that the automatic renewal works.</source>
        <translation>早めに更新し、自動更新が動いているか確認してください。</translation>
    </message>
    <message>
        <source>The file of trusted authorities cannot be used.</source>
        <translation>信頼する認証局のファイルが使えません。</translation>
    </message>
    <message>
        <source>It is missing or holds no certificate in PEM form.</source>
        <translation>ファイルがないか、PEM 形式の証明書が入っていません。</translation>
    </message>
    <message>
        <source>Check the setting MAIL_CA_FILE.</source>
        <translation>設定 MAIL_CA_FILE を確認してください。</translation>
    </message>
    <message>
        <source>%1 says nothing.</source>
        <translation>%1 は何も言いません。</translation>
    </message>
    <message>
        <source>The connection is there, but the server did not answer in time: it may be overloaded, or it may be another kind of server.</source>
        <translation>接続はありますが、応答が間に合いませんでした。過負荷か、別の種類のサーバーかもしれません。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the port and the server&apos;s log.</source>
        <translation>もう一度試し、続くならポートとサーバーのログを確認してください。</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>%1 が接続を閉じました。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the server&apos;s log says why. Some servers close when there were too many connections or failed logins.</source>
        <translation>もう一度試し、続くなら理由はサーバーのログにあります。接続やログイン失敗が多すぎると閉じるサーバーもあります。</translation>
    </message>
    <message>
        <source>%1 speaks another protocol.</source>
        <translation>%1 は別のプロトコルを話します。</translation>
    </message>
    <message>
        <source>It answers, but not as such a mail server does.</source>
        <translation>応答はしますが、この種類のメールサーバーの応答ではありません。</translation>
    </message>
    <message>
        <source>%1 does not serve this computer.</source>
        <translation>%1 はこのコンピューターを受け付けません。</translation>
    </message>
    <message>
        <source>It may block this address, or not be in service just now.</source>
        <translation>このアドレスを塞いでいるか、今は停止中かもしれません。</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; ask who runs the server.</source>
        <translation>サーバーの言葉を読み、運用者に尋ねてください。</translation>
    </message>
    <message>
        <source>%1 does not offer STARTTLS.</source>
        <translation>%1 は STARTTLS を提供していません。</translation>
    </message>
    <message>
        <source>Without it the password would be readable on the way, so nothing was sent.</source>
        <translation>なければパスワードが途中で読まれるため、何も送りませんでした。</translation>
    </message>
    <message>
        <source>Choose the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>TLS のポートを選んでください。IMAP は 993、SMTP は 465 です。</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS, but refuses it.</source>
        <translation>%1 は STARTTLS を提供しながら拒否します。</translation>
    </message>
    <message>
        <source>Its certificate is often missing or cannot be read.</source>
        <translation>証明書がないか、読めないことがよくあります。</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log.</source>
        <translation>メールサーバーのログを見てください。</translation>
    </message>
    <message>
        <source>Somebody slipped bytes in before the encryption with %1 began.</source>
        <translation>%1 との暗号化が始まる前に、何者かがデータを紛れ込ませました。</translation>
    </message>
    <message>
        <source>The server is broken, or somebody on the way is tampering with the connection.</source>
        <translation>サーバーの不具合か、途中で誰かが接続を改ざんしています。</translation>
    </message>
    <message>
        <source>Do not log in over this network before this is explained.</source>
        <translation>原因が分かるまで、このネットワークからログインしないでください。</translation>
    </message>
    <message>
        <source>%1 accepts passwords without TLS.</source>
        <translation>%1 は TLS なしでパスワードを受け付けます。</translation>
    </message>
    <message>
        <source>A program that forgets TLS would send its password readable.</source>
        <translation>TLS を忘れたプログラムはパスワードを読める形で送ってしまいます。</translation>
    </message>
    <message>
        <source>Let the mail server refuse logins before TLS.</source>
        <translation>TLS の前のログインをサーバーに拒否させてください。</translation>
    </message>
    <message>
        <source>%1 accepts no logins here.</source>
        <translation>%1 はここではログインを受け付けません。</translation>
    </message>
    <message>
        <source>It allows them only with encryption, or not at all (LOGINDISABLED).</source>
        <translation>暗号化した時だけか、まったく許していません（LOGINDISABLED）。</translation>
    </message>
    <message>
        <source>%1 offers no login (SMTP AUTH).</source>
        <translation>%1 はログイン（SMTP AUTH）を提供していません。</translation>
    </message>
    <message>
        <source>The port is often the one for mail between servers (25), or logins are switched off.</source>
        <translation>サーバー間のメール用ポート（25）か、ログインが切られていることが多いです。</translation>
    </message>
    <message>
        <source>Use the port for sending, 465 or 587, or have SMTP AUTH switched on.</source>
        <translation>送信用のポート 465 か 587 を使うか、SMTP AUTH を有効にしてもらってください。</translation>
    </message>
    <message>
        <source>%1 offers no way to log in with a password that is known here.</source>
        <translation>%1 には、ここで使えるパスワードのログイン方式がありません。</translation>
    </message>
    <message>
        <source>Have PLAIN, LOGIN or SCRAM-SHA-256 switched on at the server.</source>
        <translation>サーバーで PLAIN、LOGIN か SCRAM-SHA-256 を有効にしてもらってください。</translation>
    </message>
    <message>
        <source>%1 accepts OAuth only, no passwords.</source>
        <translation>%1 は OAuth だけを受け付け、パスワードは使えません。</translation>
    </message>
    <message>
        <source>The provider has switched logins with passwords off.</source>
        <translation>プロバイダーがパスワードでのログインを切っています。</translation>
    </message>
    <message>
        <source>Use an app password, if the provider has them, or have passwords allowed for this mailbox.</source>
        <translation>あればアプリパスワードを使うか、このメールボックスにパスワードを許可してもらってください。</translation>
    </message>
    <message>
        <source>%1 refuses the user name or the password.</source>
        <translation>%1 はユーザー名かパスワードを拒否しました。</translation>
    </message>
    <message>
        <source>One of them is wrong, or the provider wants an app password.</source>
        <translation>どちらかが違うか、アプリパスワードが必要です。</translation>
    </message>
    <message>
        <source>Check both; the user name is often the whole e-mail address. With two-factor login create an app password.</source>
        <translation>両方を確認してください。ユーザー名は多くがメールアドレス全体です。二段階認証ならアプリパスワードを作ってください。</translation>
    </message>
    <message>
        <source>%1 wants an app password.</source>
        <translation>%1 にはアプリパスワードが必要です。</translation>
    </message>
    <message>
        <source>The account is protected with a second factor, and its usual password does not work for mail programs.</source>
        <translation>アカウントは二段階認証で守られ、普段のパスワードはメールソフトでは使えません。</translation>
    </message>
    <message>
        <source>Create an app password at the provider and use it here.</source>
        <translation>プロバイダーでアプリパスワードを作り、ここで使ってください。</translation>
    </message>
    <message>
        <source>%1 does not let this mailbox log in this way.</source>
        <translation>%1 はこのメールボックスのこの方法でのログインを許していません。</translation>
    </message>
    <message>
        <source>The provider or the administrator has switched it off.</source>
        <translation>プロバイダーか管理者が切っています。</translation>
    </message>
    <message>
        <source>Have it switched on for this mailbox.</source>
        <translation>このメールボックスで有効にしてもらってください。</translation>
    </message>
    <message>
        <source>%1 cannot check the login just now.</source>
        <translation>%1 は今ログインを確認できません。</translation>
    </message>
    <message>
        <source>The server is overloaded, limits logins, or its user database is away.</source>
        <translation>過負荷か、ログインの制限か、ユーザーデータベースの停止です。</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>数分後にもう一度試してください。</translation>
    </message>
    <message>
        <source>%1 did not prove that it knows the password.</source>
        <translation>%1 はパスワードを知っていることを証明しませんでした。</translation>
    </message>
    <message>
        <source>It may not be the server it claims to be.</source>
        <translation>名乗っているサーバーではないかもしれません。</translation>
    </message>
    <message>
        <source>Do not log in before this is explained.</source>
        <translation>原因が分かるまでログインしないでください。</translation>
    </message>
    <message>
        <source>The folders could not be listed.</source>
        <translation>フォルダーの一覧を取得できませんでした。</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; the mailbox may be damaged or not set up yet.</source>
        <translation>サーバーの言葉を読んでください。メールボックスが壊れているか、まだ作られていないかもしれません。</translation>
    </message>
    <message>
        <source>The server does not tell how full the mailbox is.</source>
        <translation>サーバーは使用量を教えません。</translation>
    </message>
    <message>
        <source>The mailbox is nearly full.</source>
        <translation>メールボックスはほぼいっぱいです。</translation>
    </message>
    <message>
        <source>Delete mail, or get more room.</source>
        <translation>メールを削除するか、容量を増やしてください。</translation>
    </message>
    <message>
        <source>The mailbox is full.</source>
        <translation>メールボックスはいっぱいです。</translation>
    </message>
    <message>
        <source>New messages are refused.</source>
        <translation>新しいメッセージは拒否されます。</translation>
    </message>
    <message>
        <source>%1 refuses the sender&apos;s address.</source>
        <translation>%1 は差出人のアドレスを拒否しました。</translation>
    </message>
    <message>
        <source>The login may not send as this address.</source>
        <translation>このログインではこのアドレスで送れません。</translation>
    </message>
    <message>
        <source>Check the e-mail address; it has to belong to the login.</source>
        <translation>メールアドレスを確認してください。ログインのものである必要があります。</translation>
    </message>
    <message>
        <source>%1 refuses the recipient.</source>
        <translation>%1 は宛先を拒否しました。</translation>
    </message>
    <message>
        <source>Check the e-mail address.</source>
        <translation>メールアドレスを確認してください。</translation>
    </message>
    <message>
        <source>%1 does not take the message just now.</source>
        <translation>%1 は今メッセージを受け取りません。</translation>
    </message>
    <message>
        <source>It asks to try again later, as greylisting does with unknown senders.</source>
        <translation>知らない差出人へのグレーリスティングのように、後で試すよう求めています。</translation>
    </message>
    <message>
        <source>Try again in some minutes. Clients that log in should not be greylisted; ask who runs the server.</source>
        <translation>数分後に試してください。ログインした利用者には起きないはずです。運用者に尋ねてください。</translation>
    </message>
    <message>
        <source>%1 refuses the message.</source>
        <translation>%1 はメッセージを拒否しました。</translation>
    </message>
    <message>
        <source>Read the server&apos;s words.</source>
        <translation>サーバーの言葉を読んでください。</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 took the message.</source>
        <translation>%1 がメッセージを受け取ったか分かりません。</translation>
    </message>
    <message>
        <source>It was sent, but the confirmation never came.</source>
        <translation>送りましたが、確認が来ませんでした。</translation>
    </message>
    <message>
        <source>Look whether it arrived before sending again.</source>
        <translation>もう一度送る前に、届いたか確認してください。</translation>
    </message>
    <message>
        <source>The test message did not arrive in time.</source>
        <translation>テストメッセージは時間内に届きませんでした。</translation>
    </message>
    <message>
        <source>It is still on its way, was filtered, or went to another folder.</source>
        <translation>まだ途中か、フィルターされたか、別のフォルダーに入りました。</translation>
    </message>
    <message>
        <source>Look for it by its subject, and into the mail server&apos;s log.</source>
        <translation>件名で、またメールサーバーのログで探してください。</translation>
    </message>
    <message>
        <source>The test message arrived among junk mail.</source>
        <translation>テストメッセージは迷惑メールに届きました。</translation>
    </message>
    <message>
        <source>Check the spam filter, and SPF, DKIM and DMARC of the domain.</source>
        <translation>迷惑メールフィルターと、ドメインの SPF、DKIM、DMARC を確認してください。</translation>
    </message>
    <message>
        <source>The test message could not be deleted.</source>
        <translation>テストメッセージを削除できませんでした。</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>手で削除してください。</translation>
    </message>
    <message>
        <source>%1 This took long.</source>
        <translation>%1 時間がかかりました。</translation>
    </message>
    <message>
        <source>The server or the network is slow.</source>
        <translation>サーバーかネットワークが遅いです。</translation>
    </message>
    <message>
        <source>If it stays so, look at the load of the server, and at its name service: many servers look up who connects.</source>
        <translation>続くなら、サーバーの負荷とネームサービスを見てください。多くのサーバーは接続元を調べます。</translation>
    </message>
    <message>
        <source>The time for the diagnosis was over.</source>
        <translation>診断の時間が尽きました。</translation>
    </message>
    <message>
        <source>This failed.</source>
        <translation>失敗しました。</translation>
    </message>
    <message>
        <source>Read the server&apos;s words, and its log.</source>
        <translation>サーバーの言葉とログを読んでください。</translation>
    </message>
    <message>
        <source>The server offers %1 extensions.</source>
        <translation>サーバーは %1 個の拡張機能を提供しています。</translation>
    </message>
    <message>
        <source>Logged in with %1.</source>
        <translation>%1 でログインしました。</translation>
    </message>
    <message>
        <source>There are %1 folders.</source>
        <translation>フォルダーは %1 個あります。</translation>
    </message>
    <message>
        <source>The mailbox has no limit.</source>
        <translation>メールボックスに上限はありません。</translation>
    </message>
    <message>
        <source>%1 percent of the mailbox are used.</source>
        <translation>メールボックスの %1 パーセントを使っています。</translation>
    </message>
    <message>
        <source>Google wants an app password: switch 2-Step Verification on, then create one at https://myaccount.google.com/apppasswords.</source>
        <translation>Google にはアプリパスワードが必要です。2 段階認証を有効にし、https://myaccount.google.com/apppasswords で作ってください。</translation>
    </message>
    <message>
        <source>Microsoft has switched passwords off for most mailboxes. For sending, an administrator of Microsoft 365 can allow authenticated SMTP for a mailbox; reading needs OAuth.</source>
        <translation>Microsoft はほとんどのメールボックスでパスワードを切りました。送信は Microsoft 365 の管理者が認証付き SMTP を許可できます。受信には OAuth が必要です。</translation>
    </message>
    <message>
        <source>Yahoo and AOL want an app password: create one under Account security.</source>
        <translation>Yahoo と AOL にはアプリパスワードが必要です。アカウントセキュリティで作ってください。</translation>
    </message>
    <message>
        <source>Apple wants an app-specific password: create one at https://account.apple.com. The user name of IMAP is the part before the @.</source>
        <translation>Apple にはアプリ用パスワードが必要です。https://account.apple.com で作ってください。IMAP のユーザー名は @ の前の部分です。</translation>
    </message>
    <message>
        <source>GMX and WEB.DE: switch on access by IMAP in the settings of the mailbox (POP3/IMAP); with two-factor login create an app password.</source>
        <translation>GMX と WEB.DE：メールボックスの設定（POP3/IMAP）で IMAP を有効にしてください。二段階認証ならアプリパスワードを作ってください。</translation>
    </message>
    <message>
        <source>Fastmail wants an app password: create one under Privacy &amp; Security.</source>
        <translation>Fastmail にはアプリパスワードが必要です。Privacy &amp; Security で作ってください。</translation>
    </message>
    <message>
        <source>Zoho: switch on access by IMAP in the settings of the mailbox; with two-factor login create an app password.</source>
        <translation>Zoho：メールボックスの設定で IMAP を有効にしてください。二段階認証ならアプリパスワードを作ってください。</translation>
    </message>
    <message>
        <source>Switch on access by mail programs in the settings of the mailbox, and create an app password.</source>
        <translation>メールボックスの設定でメールソフトの利用を有効にし、アプリパスワードを作ってください。</translation>
    </message>
    <message>
        <source>Proton needs Proton Mail Bridge on this computer; use the password that Bridge shows.</source>
        <translation>Proton にはこのコンピューターの Proton Mail Bridge が必要です。Bridge が示すパスワードを使ってください。</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>%1 に接続しました。</translation>
    </message>
    <message>
        <source>Nothing listens at %1; that does not matter.</source>
        <translation>%1 では何も待ち受けていませんが、問題ありません。</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 は %2 です。</translation>
    </message>
    <message>
        <source>%1 with %2; the certificate is good.</source>
        <translation>%1、%2。証明書は正常です。</translation>
    </message>
    <message>
        <source>The server took the message.</source>
        <translation>サーバーがメッセージを受け取りました。</translation>
    </message>
    <message>
        <source>It arrived.</source>
        <translation>届きました。</translation>
    </message>
    <message>
        <source>It is deleted again.</source>
        <translation>再び削除しました。</translation>
    </message>
    <message>
        <source>This needs a login to both servers.</source>
        <translation>両方のサーバーへのログインが必要です。</translation>
    </message>
    <message>
        <source>This needs the e-mail address of the mailbox.</source>
        <translation>メールボックスのアドレスが必要です。</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>何も送っていません。</translation>
    </message>
    <message>
        <source>The server names no limit for the size of messages.</source>
        <translation>サーバーはメッセージの大きさの上限を示していません。</translation>
    </message>
    <message>
        <source>Messages may have %1 bytes.</source>
        <translation>メッセージは %1 バイトまでです。</translation>
    </message>
    <message>
        <source>Diagnosis of mail servers</source>
        <translation>メールサーバーの診断</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>通信記録</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS; where it is chosen, have logins with passwords switched on for this mailbox.</source>
        <translation>TLS か STARTTLS を選んでください。選んである場合は、このメールボックスでパスワードによるログインを有効にしてもらってください。</translation>
    </message>
    <message>
        <source>The redirect URI &quot;%1&quot; cannot be used: %2</source>
        <translation>リダイレクト URI「%1」は使えません：%2</translation>
    </message>
    <message>
        <source>it must have 1 to 512 characters.</source>
        <translation>1～512 文字でなければなりません。</translation>
    </message>
    <message>
        <source>it must not have a fragment (#).</source>
        <translation>フラグメント（#）があってはなりません。</translation>
    </message>
    <message>
        <source>it holds a character that a URI must percent-encode.</source>
        <translation>URI ではパーセント符号化が必要な文字が含まれています。</translation>
    </message>
    <message>
        <source>it must look like https://host/path.</source>
        <translation>https://host/path の形でなければなりません。</translation>
    </message>
    <message>
        <source>it must not hold a user name.</source>
        <translation>ユーザー名を含んではなりません。</translation>
    </message>
    <message>
        <source>its host must be a lower-case DNS name, 127.0.0.1 or [::1].</source>
        <translation>ホストは小文字の DNS 名、127.0.0.1 または [::1] でなければなりません。</translation>
    </message>
    <message>
        <source>its path must not hold &quot;.&quot; or &quot;..&quot; segments.</source>
        <translation>パスに「.」や「..」の区切りがあってはなりません。</translation>
    </message>
    <message>
        <source>http is allowed for 127.0.0.1, [::1] and localhost only; use https.</source>
        <translation>http は 127.0.0.1、[::1]、localhost だけに許されます。https を使ってください。</translation>
    </message>
    <message>
        <source>its scheme is neither https nor that of a known desktop client.</source>
        <translation>スキームが https でも、知られているデスクトップクライアントのものでもありません。</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 has no closing quote.</source>
        <translation>%1 の %2 行目：%3 の値に閉じ引用符がありません。</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 goes on behind its closing quote.</source>
        <translation>%1 の %2 行目：%3 の値が閉じ引用符の後にも続いています。</translation>
    </message>
    <message>
        <source>%1 line %2: expected NAME=value.</source>
        <translation>%1 の %2 行目：NAME=value の形でなければなりません。</translation>
    </message>
    <message>
        <source>%1 is not standard base64 (it has the &apos;-&apos; or &apos;_&apos; of the URL-safe form): write &apos;+&apos; and &apos;/&apos; instead, or make a new key with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 は標準の base64 ではありません（URL 用の &apos;-&apos; または &apos;_&apos; があります）。&apos;+&apos; と &apos;/&apos; に書き換えるか、&apos;mail_mcp keygen&apos; で新しい鍵を作ってください。</translation>
    </message>
    <message>
        <source>%1 is not base64 (44 characters that end in &apos;=&apos; are expected); make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 は base64 ではありません（&apos;=&apos; で終わる 44 文字が必要です）。&apos;mail_mcp keygen&apos; で作ってください。</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes, but the key must have %3; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 は %2 バイトですが、鍵は %3 バイトでなければなりません。&apos;mail_mcp keygen&apos; で作ってください。</translation>
    </message>
    <message>
        <source>%1 is one byte repeated, which is no secret; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 は同じバイトの繰り返しで、秘密になりません。&apos;mail_mcp keygen&apos; で作ってください。</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS must be a list of NAME:KEY, separated by commas without spaces.</source>
        <translation>ENCRYPTION_KEYS は NAME:KEY を空白なしのコンマで区切った並びでなければなりません。</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has a key without a usable name: give each 1 to 16 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation>ENCRYPTION_KEYS に使える名前のない鍵があります。それぞれに英字、数字、&apos;-&apos;、&apos;_&apos; の 1～16 文字を付けてください。</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS, key &apos;%1&apos;,</source>
        <translation>ENCRYPTION_KEYS の鍵 &apos;%1&apos; </translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY is empty, but it seals every token; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>ENCRYPTION_KEY が空ですが、すべてのトークンはこれで封をします。&apos;mail_mcp keygen&apos; で作ってください。</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has more than %1 keys; drop those whose tokens have all expired.</source>
        <translation>ENCRYPTION_KEYS の鍵が %1 個を超えています。トークンがすべて期限切れになったものを外してください。</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS names the key &apos;%1&apos; twice (&apos;default&apos; is the name of ENCRYPTION_KEY); give each key its own name.</source>
        <translation>ENCRYPTION_KEYS に鍵 &apos;%1&apos; が二度あります（&apos;default&apos; は ENCRYPTION_KEY の名前です）。それぞれの鍵に別の名前を付けてください。</translation>
    </message>
    <message>
        <source>There are already %1 keys, and a server takes no more. First remove the last ones of ENCRYPTION_KEYS, whose tokens have expired.</source>
        <translation>鍵はすでに %1 個あり、サーバーはそれ以上受け付けません。まず ENCRYPTION_KEYS の末尾の、トークンが期限切れになったものを外してください。</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 はファイルではありません。</translation>
    </message>
    <message>
        <source>The file %1 belongs to another user, who knows the key and can change it. Make a copy that is yours alone: install -m 600 %1 NEW_FILE</source>
        <translation>ファイル %1 は別のユーザーのもので、その人は鍵を知っており、変えることもできます。自分だけの写しを作ってください：install -m 600 %1 NEW_FILE</translation>
    </message>
    <message>
        <source>The file %1 can be used by others than its owner (mode %2), so the key in it may be known. Make it private: chmod 600 %1</source>
        <translation>ファイル %1 は所有者以外も使えるので（モード %2）、中の鍵が知られているかもしれません。自分専用にしてください：chmod 600 %1</translation>
    </message>
    <message>
        <source>The file %1 is too large for a file of keys.</source>
        <translation>ファイル %1 は鍵のファイルとしては大きすぎます。</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>ファイル %1 はありません。</translation>
    </message>
    <message>
        <source>You may not read the file %1.</source>
        <translation>ファイル %1 を読む権限がありません。</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>ファイル %1 を読めません：%2。</translation>
    </message>
    <message>
        <source>That is too much text for keys.</source>
        <translation>鍵としては長すぎるテキストです。</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>The BASE_URL in %1 cannot be used. It must be the address of the server without a path, such as https://mail-mcp.example.com.</source>
        <translation>%1 の BASE_URL は使えません。https://mail-mcp.example.com のような、パスのないサーバーのアドレスでなければなりません。</translation>
    </message>
    <message>
        <source>The name is not valid UTF-8. Type it anew.</source>
        <translation>名前が正しい UTF-8 ではありません。入力し直してください。</translation>
    </message>
    <message>
        <source>The redirect URIs are too long to fit into one client ID. Make a client for each program.</source>
        <translation>リダイレクト URI が長すぎて一つのクライアント ID に収まりません。プログラムごとにクライアントを作ってください。</translation>
    </message>
    <message>
        <source>The client could not be sealed with this key. Make or choose another one.</source>
        <translation>この鍵ではクライアントに封ができませんでした。別の鍵を作るか選んでください。</translation>
    </message>
</context>
</TS>
