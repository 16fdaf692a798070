<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>admin::AuditEntry</name>
    <message>
        <source>Login</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Login refused: wrong password</source>
        <translation>ログイン拒否：パスワードが違います</translation>
    </message>
    <message>
        <source>Login refused: too many attempts</source>
        <translation>ログイン拒否：試行が多すぎます</translation>
    </message>
    <message>
        <source>Access granted</source>
        <translation>アクセスを許可</translation>
    </message>
    <message>
        <source>A code was used twice: it leaked</source>
        <translation>コードが二度使われました：漏えいしています</translation>
    </message>
    <message>
        <source>Access renewed</source>
        <translation>アクセスを更新</translation>
    </message>
    <message>
        <source>An old token was used again: it leaked</source>
        <translation>古いトークンが再び使われました：漏えいしています</translation>
    </message>
    <message>
        <source>Login ended by its client</source>
        <translation>クライアントがログインを終了</translation>
    </message>
    <message>
        <source>Login ended: the mail server refuses it</source>
        <translation>ログイン終了：メールサーバーが拒否</translation>
    </message>
    <message>
        <source>Every login ended by the administrator</source>
        <translation>管理者がすべてのログインを終了</translation>
    </message>
    <message>
        <source>Call refused: it needs another permission</source>
        <translation>呼び出し拒否：権限が足りません</translation>
    </message>
    <message>
        <source>Client refused</source>
        <translation>クライアントを拒否</translation>
    </message>
    <message>
        <source>Client revoked by the administrator</source>
        <translation>管理者がクライアントを失効</translation>
    </message>
    <message>
        <source>Client allowed again by the administrator</source>
        <translation>管理者がクライアントを再び許可</translation>
    </message>
    <message>
        <source>Client registered itself</source>
        <translation>クライアントが自ら登録</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>メールを送信</translation>
    </message>
    <message>
        <source>Mail deleted</source>
        <translation>メールを削除</translation>
    </message>
    <message>
        <source>Mail moved</source>
        <translation>メールを移動</translation>
    </message>
    <message>
        <source>Attachment downloaded</source>
        <translation>添付ファイルをダウンロード</translation>
    </message>
    <message>
        <source>Attachment downloaded from S3</source>
        <translation>添付ファイルを S3 からダウンロード</translation>
    </message>
    <message>
        <source>Download broken off</source>
        <translation>ダウンロードが中断</translation>
    </message>
    <message>
        <source>File uploaded</source>
        <translation>ファイルをアップロード</translation>
    </message>
    <message>
        <source>Upload refused</source>
        <translation>アップロードを拒否</translation>
    </message>
    <message>
        <source>Link refused: its access has ended</source>
        <translation>リンク拒否：アクセスは終了しています</translation>
    </message>
</context>
<context>
    <name>admin::AuditView</name>
    <message>
        <source>Audit log</source>
        <translation>監査ログ</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>だれ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>接続元</translation>
    </message>
    <message>
        <source>Who got in, who was kept out and what was sent is shown here while a server is watched through its socket.</source>
        <translation>サーバーをソケット経由で監視している間、だれが入り、だれが拒否され、何が送られたかをここに表示します。</translation>
    </message>
    <message>
        <source>No entry is like that.</source>
        <translation>該当する記録はありません。</translation>
    </message>
    <message>
        <source>Search in the last entries</source>
        <translation>最近の記録から検索</translation>
    </message>
    <message>
        <source>&amp;Only refusals and revocations</source>
        <translation>拒否と失効のみ(&amp;O)</translation>
    </message>
    <message>
        <source>All of the entry</source>
        <translation>記録の全体</translation>
    </message>
</context>
<context>
    <name>admin::CertificateDialog</name>
    <message>
        <source>It has expired.</source>
        <translation>有効期限が切れています。</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>まだ有効ではありません。</translation>
    </message>
    <message>
        <source>It is for other names than the host that was connected to.</source>
        <translation>接続先のホストとは別の名前のためのものです。</translation>
    </message>
    <message>
        <source>It is signed by itself, by no authority.</source>
        <translation>認証局ではなく、自分自身が署名しています。</translation>
    </message>
    <message>
        <source>Its authority is unknown, or the server leaves out certificates in between.</source>
        <translation>認証局が知られていないか、サーバーが中間証明書を送っていません。</translation>
    </message>
    <message>
        <source>It signed another certificate and must not.</source>
        <translation>許可なく別の証明書に署名しています。</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>失効しています。</translation>
    </message>
    <message>
        <source>It is not to be trusted: its signature or its key is too weak.</source>
        <translation>信頼できません。署名または鍵が弱すぎます。</translation>
    </message>
    <message>
        <source>Nothing is wrong with this certificate.</source>
        <translation>この証明書に問題はありません。</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>所有者: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>名前: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>発行者: %1</translation>
    </message>
    <message>
        <source>Valid from: %1</source>
        <translation>有効期間の開始: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>有効期間の終了: %1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>鍵: %1</translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation>サーバーの証明書</translation>
    </message>
    <message>
        <source>Certificates, that of the server first</source>
        <translation>証明書 (先頭がサーバーのもの)</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>&amp;Save as PEM…</source>
        <translation>PEM として保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the certificates</source>
        <translation>証明書を保存</translation>
    </message>
</context>
<context>
    <name>admin::CheckResults</name>
    <message>
        <source>right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>疑わしい</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>見えたこと</translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation>確認の結果</translation>
    </message>
</context>
<context>
    <name>admin::ClientList</name>
    <message>
        <source>Clients that people have logged in through</source>
        <translation>ログインに使われたクライアント</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>ログイン数</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>最終使用</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>初回</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>識別子</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>クライアント</translation>
    </message>
    <message>
        <source>Nobody has logged in yet.</source>
        <translation>まだだれもログインしていません。</translation>
    </message>
    <message>
        <source>They are shown, and can be revoked, while a server is watched through its socket.</source>
        <translation>サーバーをソケット経由で監視している間、ここに表示され、失効させることができます。</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>失効(&amp;R)</translation>
    </message>
    <message>
        <source>Allow a&amp;gain</source>
        <translation>再び許可(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;End every login…</source>
        <translation>すべてのログインを終了(&amp;E)…</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>失効</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>許可</translation>
    </message>
    <message>
        <source>“%1” is revoked: neither it nor its logins get in any more. “Allow again” takes that back.</source>
        <translation>「%1」を失効させました。このクライアントもそのログインも、もう入れません。「再び許可」で元に戻せます。</translation>
    </message>
    <message>
        <source>“%1” is allowed again.</source>
        <translation>「%1」を再び許可しました。</translation>
    </message>
    <message>
        <source>Every login has ended. Everybody has to log in again.</source>
        <translation>すべてのログインを終了しました。全員がログインし直す必要があります。</translation>
    </message>
</context>
<context>
    <name>admin::ClientPage</name>
    <message>
        <source>A client is the program that reads mail on behalf of people: Claude, ChatGPT, an editor. Mark those that may use it, and the most that people may allow them.

“Generate” makes a client_id and a client_secret. Nobody keeps them: the server opens the client_id with its key. Copy both now; the secret cannot be shown again.

The mail servers of the first page become part of the client. Whoever logs in through it reaches these servers and no others.</source>
        <translation>クライアントとは、人に代わってメールを読むプログラムです (Claude、ChatGPT、エディターなど)。使ってよいものと、人が許可できる上限を選んでください。

「生成」は client_id と client_secret を作ります。どこにも保管されません。サーバーは自分の鍵で client_id を開きます。今すぐ両方をコピーしてください。シークレットは二度と表示できません。

最初のページのメールサーバーはクライアントの一部になります。このクライアントでログインする人は、これらのサーバー以外には届きません。</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>新しいクライアント</translation>
    </message>
    <message>
        <source>Choose who may connect and what for. The result is shown once and kept nowhere.</source>
        <translation>誰が何のために接続できるかを選びます。結果は一度だけ表示され、どこにも保管されません。</translation>
    </message>
    <message>
        <source>Programs that may use it</source>
        <translation>使ってよいプログラム</translation>
    </message>
    <message>
        <source>Other &amp;redirect URIs, one a line:</source>
        <translation>その他のリダイレクト URI (1 行に 1 つ)(&amp;O):</translation>
    </message>
    <message>
        <source>The most that people may allow</source>
        <translation>人が許可できる上限</translation>
    </message>
    <message>
        <source>Ask the person before anything is sent or deleted</source>
        <translation>送信や削除の前に本人に確認する</translation>
    </message>
    <message>
        <source>Name and validity</source>
        <translation>名前と有効期間</translation>
    </message>
    <message>
        <source>&amp;Name on the login page:</source>
        <translation>ログインページでの名前(&amp;N):</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>空でもかまいません</translation>
    </message>
    <message>
        <source>&amp;Expires after:</source>
        <translation>有効期限(&amp;E):</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 日</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>サーバーのアドレス(&amp;B):</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>サーバーの鍵</translation>
    </message>
    <message>
        <source>Choose the &amp;key…</source>
        <translation>鍵を選ぶ(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends. It is written nowhere.</source>
        <translation>鍵「%1」はプログラムの終了までメモリーにあります。どこにも書き込まれません。</translation>
    </message>
    <message>
        <source>No key yet. It is the ENCRYPTION_KEY of the server; without it nothing can be made that the server accepts.</source>
        <translation>まだ鍵がありません。サーバーの ENCRYPTION_KEY です。これがないと、サーバーが受け入れるものは作れません。</translation>
    </message>
    <message>
        <source>First choose the key of the server.</source>
        <translation>先にサーバーの鍵を選んでください。</translation>
    </message>
    <message>
        <source>Mark a program, or type a redirect URI.</source>
        <translation>プログラムを選ぶか、リダイレクト URI を入力してください。</translation>
    </message>
    <message>
        <source>Done. Copy both values now: the secret cannot be shown again.</source>
        <translation>できました。今すぐ両方の値をコピーしてください。シークレットは二度と表示できません。</translation>
    </message>
    <message>
        <source>The secret is forgotten.</source>
        <translation>秘密は消去されました。</translation>
    </message>
</context>
<context>
    <name>admin::ClientResult</name>
    <message>
        <source>The new client</source>
        <translation>新しいクライアント</translation>
    </message>
    <message>
        <source>&amp;client_id:</source>
        <translation>client_id(&amp;A):</translation>
    </message>
    <message>
        <source>client_&amp;secret:</source>
        <translation>client_secret(&amp;S):</translation>
    </message>
    <message>
        <source>How &amp;to connect:</source>
        <translation>接続方法(&amp;C):</translation>
    </message>
    <message>
        <source>Program to be connected</source>
        <translation>接続するプログラム</translation>
    </message>
    <message>
        <source>Put the secret &amp;into the text</source>
        <translation>シークレットを文中に入れる(&amp;I)</translation>
    </message>
    <message>
        <source>How to connect the program</source>
        <translation>プログラムの接続方法</translation>
    </message>
    <message>
        <source>C&amp;opy this text</source>
        <translation>この文をコピー(&amp;T)</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>コピーしました。クリップボードは 1 分後に消去されます。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>I have &amp;both: forget the secret</source>
        <translation>両方控えた：秘密を忘れる(&amp;R)</translation>
    </message>
</context>
<context>
    <name>admin::ConnectPage</name>
    <message>
        <source>Type an e-mail address, or the host of a mail server, and press “Find”. Below each server stands who named it; everything can be changed.

“Test” looks at both servers at the same time, with exactly what stands on this page: name service, connection, encryption and certificates, what the servers can do, and, when user name and password are there, the login and the folders. Nothing in the mailbox is changed unless you ask for a test message.

Choose a step to see why it failed and what to do. Escape cancels. The password is kept nowhere.</source>
        <translation>メールアドレスまたはメールサーバーのホストを入力し、「探す」を押してください。各サーバーの下に、その出どころが示されます。すべて変更できます。

「テスト」は、このページにあるとおりの値で両方のサーバーを同時に調べます。名前解決、接続、暗号化と証明書、サーバーの機能、そしてユーザー名とパスワードがあればログインとフォルダーです。テストメッセージを頼まない限り、メールボックスは何も変わりません。

ステップを選ぶと、失敗の理由と対処がわかります。Esc で中止します。パスワードはどこにも保管されません。</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>メールサーバー</translation>
    </message>
    <message>
        <source>Find the servers of a mailbox and see whether everything works, step by step.</source>
        <translation>メールボックスのサーバーを探し、すべてが動くかを一歩ずつ確かめます。</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>E-&amp;mail address or server:</source>
        <translation>メールアドレスまたはサーバー(&amp;G):</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>探す(&amp;I)</translation>
    </message>
    <message>
        <source>Also as&amp;k Thunderbird&apos;s database, which then learns the domain</source>
        <translation>Thunderbird のデータベースにも尋ねる (ドメインが伝わります)(&amp;T)</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>ユーザー名(&amp;U):</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>パスワード(&amp;W):</translation>
    </message>
    <message>
        <source>without it, the test ends before the login</source>
        <translation>なければ、テストはログインの前で終わります</translation>
    </message>
    <message>
        <source>Send a test messa&amp;ge to this address, find it, and delete it</source>
        <translation>このアドレスにテストメッセージを送り、見つけて、削除する(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Record the conversation with the servers, without secrets</source>
        <translation>サーバーとの対話をシークレットなしで記録する(&amp;R)</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>テスト(&amp;L)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>中止(&amp;J)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>探しています…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>探しています… %1</translation>
    </message>
    <message>
        <source>It answered just now.</source>
        <translation>たった今応答しました。</translation>
    </message>
    <message>
        <source>Nobody names mail servers for this address. Type them in below; the mail provider&apos;s help pages have them.</source>
        <translation>このアドレスのメールサーバーはどこにも示されていません。下に入力してください。プロバイダーのヘルプページに載っています。</translation>
    </message>
    <message>
        <source>Only one of the two servers was found. Type in the other one.</source>
        <translation>2 つのサーバーのうち 1 つしか見つかりませんでした。もう 1 つを入力してください。</translation>
    </message>
    <message>
        <source>The mail servers were found.</source>
        <translation>メールサーバーが見つかりました。</translation>
    </message>
    <message>
        <source>The mail servers of %1 were found.</source>
        <translation>%1 のメールサーバーが見つかりました。</translation>
    </message>
    <message>
        <source>The name service, which anybody may have changed, names %1. Use it only if you know this host.</source>
        <translation>誰でも改変できたかもしれない名前解決が %1 を示しています。このホストを知っている場合だけ使ってください。</translation>
    </message>
    <message>
        <source>First type a host, or press “Find”.</source>
        <translation>先にホストを入力するか、「探す」を押してください。</translation>
    </message>
    <message>
        <source>A test message needs an e-mail address above, both servers, user name and password.</source>
        <translation>テストメッセージには、上のメールアドレス、両方のサーバー、ユーザー名とパスワードが必要です。</translation>
    </message>
</context>
<context>
    <name>admin::CopyField</name>
    <message numerus="yes">
        <source>Clear now (%n s)</source>
        <translation>
            <numerusform>今すぐ消去 (%n 秒)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>クリップボードを消去</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>コピー: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>コピーしました。クリップボードは 1 分後に消去されます。</translation>
    </message>
</context>
<context>
    <name>admin::DiagnosisView</name>
    <message>
        <source>in progress</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>省略</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>起きたこと</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>テストのステップ</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>ステップの詳細</translation>
    </message>
    <message>
        <source>Cert&amp;ificates…</source>
        <translation>証明書(&amp;A)…</translation>
    </message>
    <message>
        <source>Conversation…</source>
        <translation>対話…</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>レポートをコピー(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;ave the report…</source>
        <translation>レポートを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose a step to see what it found out.</source>
        <translation>ステップを選ぶと、わかったことが表示されます。</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>理由: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>対処: %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>サーバーの言葉: %1</translation>
    </message>
    <message>
        <source>The conversation with the servers, without secrets</source>
        <translation>サーバーとの対話 (シークレットなし)</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>レポートはクリップボードにあります。</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>レポートを保存</translation>
    </message>
    <message>
        <source>Web page (*.html);;Text (*.txt);;JSON (*.json)</source>
        <translation>ウェブページ (*.html);;テキスト (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is in %1. Names of people are shortened in it.</source>
        <translation>レポートは %1 にあります。人の名前は短くしてあります。</translation>
    </message>
</context>
<context>
    <name>admin::Files</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません: %2</translation>
    </message>
</context>
<context>
    <name>admin::KeyCard</name>
    <message>
        <source>Key of the server</source>
        <translation>サーバーの鍵</translation>
    </message>
    <message>
        <source>The &amp;key is</source>
        <translation>鍵の場所(&amp;A)</translation>
    </message>
    <message>
        <source>typed each time</source>
        <translation>毎回入力する</translation>
    </message>
    <message>
        <source>in the settings file of the server</source>
        <translation>サーバーの設定ファイル</translation>
    </message>
    <message>
        <source>in a file of its own</source>
        <translation>専用のファイル</translation>
    </message>
    <message>
        <source>in the keychain of this desktop</source>
        <translation>このデスクトップのキーチェーン</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>鍵がある場所</translation>
    </message>
    <message>
        <source>Fil&amp;e:</source>
        <translation>ファイル(&amp;C):</translation>
    </message>
    <message>
        <source>File with the key</source>
        <translation>鍵のファイル</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>参照(&amp;D)…</translation>
    </message>
    <message>
        <source>U&amp;se this key</source>
        <translation>この鍵を使う(&amp;U)</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain</source>
        <translation>キーチェーンに保管(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Make a new key…</source>
        <translation>新しい鍵を作る(&amp;M)…</translation>
    </message>
    <message>
        <source>R&amp;otate the key…</source>
        <translation>鍵を交替する(&amp;O)…</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends.</source>
        <translation>鍵「%1」はプログラムの終了までメモリーにあります。</translation>
    </message>
    <message>
        <source>There is no key in memory.</source>
        <translation>メモリーに鍵はありません。</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY or ENCRYPTION_KEYS:</source>
        <translation>ENCRYPTION_KEY または ENCRYPTION_KEYS:</translation>
    </message>
    <message>
        <source>The key is ready.</source>
        <translation>鍵の準備ができました。</translation>
    </message>
    <message>
        <source>The keychain of this desktop has the key now.</source>
        <translation>鍵がこのデスクトップのキーチェーンに入りました。</translation>
    </message>
    <message>
        <source>First save the profile: the key is kept under its name.</source>
        <translation>先にプロファイルを保存してください。鍵はその名前で保管されます。</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>新しい鍵</translation>
    </message>
    <message>
        <source>Put it into the settings of a new server as ENCRYPTION_KEY, and into a safe: whoever has it can open every token of the server, and without it all clients have to be made anew.

A server that has clients already needs “Rotate the key” instead.

This program uses the new key from now on, until it ends.</source>
        <translation>新しいサーバーの設定に ENCRYPTION_KEY として入れ、金庫にも保管してください。これを持つ人はサーバーのすべてのトークンを開くことができ、なくすとすべてのクライアントを作り直すことになります。

すでにクライアントがあるサーバーには、代わりに「鍵を交替する」が必要です。

このプログラムは、終了するまで今から新しい鍵を使います。</translation>
    </message>
    <message>
        <source>Rotate the key</source>
        <translation>鍵を交替する</translation>
    </message>
    <message>
        <source>Does the server have the new keys? Then new clients are made with them from now on.</source>
        <translation>サーバーに新しい鍵が入りましたか。それなら、新しいクライアントは今からその鍵で作られます。</translation>
    </message>
    <message>
        <source>Use the new keys</source>
        <translation>新しい鍵を使う</translation>
    </message>
</context>
<context>
    <name>admin::Keychain</name>
    <message>
        <source>The keychain of this desktop cannot be used. Unlock it, or choose another place for the key.</source>
        <translation>このデスクトップのキーチェーンは使えません。ロックを解除するか、鍵の置き場所を別に選んでください。</translation>
    </message>
    <message>
        <source>The keychain of this desktop has no key for this profile.</source>
        <translation>このデスクトップのキーチェーンには、このプロファイルの鍵がありません。</translation>
    </message>
</context>
<context>
    <name>admin::KeysPage</name>
    <message>
        <source>A profile keeps what you typed about one mail service and its clients. Passwords, secrets and keys are never in it, so it can be exported and handed on.

The key is the ENCRYPTION_KEY of the server. It can be read from the server&apos;s settings file or a file of its own, which nobody else may be able to read; it can be kept in the keychain of this desktop, or be typed each time.

To change the key of a running server, use “Rotate the key”: it says step by step what to do, and clients that exist go on working.</source>
        <translation>プロファイルは、メールサービスとそのクライアントについて入力したことを保管します。パスワード、シークレット、鍵は決して含まれないので、書き出して人に渡せます。

鍵はサーバーの ENCRYPTION_KEY です。サーバーの設定ファイル、または他の誰にも読めない専用のファイルから読めます。このデスクトップのキーチェーンに入れることも、毎回入力することもできます。

稼働中のサーバーの鍵を変えるには「鍵を交替する」を使ってください。することが一歩ずつ示され、今あるクライアントは動き続けます。</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>プロファイルと鍵</translation>
    </message>
    <message>
        <source>Keep what you typed for the next time, and say where the key of the server is.</source>
        <translation>入力したことを次回のために保管し、サーバーの鍵がどこにあるかを示します。</translation>
    </message>
</context>
<context>
    <name>admin::LinkFailure</name>
    <message>
        <source>The server is gone: nobody answers at %1 any more. It is looked for every two seconds; if it does not come back, read its log (journalctl -u mail-mcp).</source>
        <translation>サーバーがいなくなりました。%1 ではもう応答がありません。2 秒ごとに確かめています。戻らないときはサーバーのログを読んでください（journalctl -u mail-mcp）。</translation>
    </message>
    <message>
        <source>Nobody answers at %1. The server has ended and left its socket behind, or eight programs use it already. Start the server, or close one of them.</source>
        <translation>%1 では応答がありません。サーバーがソケットを残して終了したか、すでに 8 つのプログラムが使っています。サーバーを起動するか、どれかを閉じてください。</translation>
    </message>
    <message>
        <source>There is no socket at %1. Is the server running on this computer, and is this the path in its setting ADMIN_SOCKET? Without that setting it has none.</source>
        <translation>%1 にソケットがありません。サーバーはこのコンピューターで動いていますか。これは設定 ADMIN_SOCKET のパスですか。その設定がなければソケットはありません。</translation>
    </message>
    <message>
        <source>You may not use the socket %1. It is for root, the server&apos;s own user and, with ADMIN_SOCKET_FOR=group, for its group: join that with “sudo usermod -aG mail-mcp %2”, log out of the desktop, and log in again.</source>
        <translation>ソケット %1 を使う権限がありません。使えるのは root、サーバー自身のユーザー、ADMIN_SOCKET_FOR=group ならそのグループです。「sudo usermod -aG mail-mcp %2」でグループに加わり、デスクトップからログアウトして、再びログインしてください。</translation>
    </message>
    <message>
        <source>The server did not answer within five seconds. It may be overloaded or stuck: read its log, and restart it if need be.</source>
        <translation>サーバーは 5 秒以内に応答しませんでした。過負荷か、止まっているのかもしれません。ログを読み、必要なら再起動してください。</translation>
    </message>
    <message>
        <source>What answers there is no Mail MCP server, or one of another version than this program. Is this really its ADMIN_SOCKET?</source>
        <translation>応答しているのは Mail MCP サーバーではないか、このプログラムと版が違います。本当にサーバーの ADMIN_SOCKET ですか。</translation>
    </message>
    <message>
        <source>There are more clients than can be shown here. “mail_mcp clients list” shows all of them.</source>
        <translation>クライアントが多すぎて、ここには表示できません。「mail_mcp clients list」ですべて見られます。</translation>
    </message>
    <message>
        <source>The server cannot read its list of clients: something is wrong with its state store (STATE_URL). Its state above says what.</source>
        <translation>サーバーはクライアントの一覧を読めません。状態の保存先（STATE_URL）に問題があります。詳しくは上の状態をご覧ください。</translation>
    </message>
    <message>
        <source>The audit log of this server is not in a file. Set its AUDIT_LOG to the path of one, and restart it, to see it here.</source>
        <translation>このサーバーの監査ログはファイルではありません。ここで見るには、AUDIT_LOG をファイルのパスにして、サーバーを再起動してください。</translation>
    </message>
    <message>
        <source>The last entries of the audit log are too long to be shown here. Read the file itself.</source>
        <translation>監査ログの最近の記録が長すぎて、ここには表示できません。ファイルそのものを読んでください。</translation>
    </message>
    <message>
        <source>The server cannot read its audit log: the file is gone, or its user may not read it. Look at the file in its setting AUDIT_LOG.</source>
        <translation>サーバーは監査ログを読めません。ファイルがないか、サーバーのユーザーに読む権限がありません。設定 AUDIT_LOG のファイルを確かめてください。</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not know this client any more. Nobody is logged in through it.</source>
        <translation>何も変わっていません。サーバーはこのクライアントをもう知りません。これを通してログインしている人はいません。</translation>
    </message>
    <message>
        <source>Nothing was changed: you may not use the socket of the server any more. Ask whoever administers this computer.</source>
        <translation>何も変わっていません。サーバーのソケットを使う権限がなくなりました。このコンピューターの管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>It is not known whether anything was changed: the server did not answer within five seconds. The list shows it when it does.</source>
        <translation>変わったかどうか分かりません。サーバーは 5 秒以内に応答しませんでした。応答すれば一覧に表示されます。</translation>
    </message>
    <message>
        <source>It was not changed: the server is gone, or cannot use its state store (STATE_URL). Try again when its state above is good.</source>
        <translation>変更されませんでした。サーバーがいなくなったか、状態の保存先（STATE_URL）を使えません。上の状態がよくなってから、もう一度試してください。</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not understand the request. Is it of the same version as this program?</source>
        <translation>何も変わっていません。サーバーは要求を理解できません。このプログラムと同じ版ですか。</translation>
    </message>
</context>
<context>
    <name>admin::MainWindow</name>
    <message>
        <source>Mail servers</source>
        <translation>メールサーバー</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>新しいクライアント</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>プロファイルと鍵</translation>
    </message>
    <message>
        <source>Running server</source>
        <translation>稼働中のサーバー</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外観(&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>デスクトップに合わせる(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>ダーク(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save the profile</source>
        <translation>プロファイルを保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>このページのヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Mail MCP</source>
        <translation>Mail MCP について(&amp;A)</translation>
    </message>
    <message>
        <source>Mail MCP administration</source>
        <translation>Mail MCP 管理</translation>
    </message>
    <message>
        <source>%1 – Mail MCP administration</source>
        <translation>%1 – Mail MCP 管理</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Mail MCP %1

Mail for AI assistants: finds and tests mail servers, and makes the clients of a Mail MCP server.

Free software under the GNU General Public License, version 3 or later. Without any warranty.

Qt %2</source>
        <translation>Mail MCP %1

AI アシスタントのためのメール。メールサーバーを探してテストし、Mail MCP サーバーのクライアントを作ります。

GNU General Public License バージョン 3 以降によるフリーソフトウェアです。一切の保証はありません。

Qt %2</translation>
    </message>
    <message>
        <source>About Mail MCP</source>
        <translation>Mail MCP について</translation>
    </message>
</context>
<context>
    <name>admin::MetricCharts</name>
    <message>
        <source>Requests a second</source>
        <translation>毎秒の要求</translation>
    </message>
    <message>
        <source>Milliseconds until the answer</source>
        <translation>応答までのミリ秒</translation>
    </message>
    <message>
        <source>Errors of the server</source>
        <translation>サーバーのエラー</translation>
    </message>
    <message>
        <source>IMAP sessions in use</source>
        <translation>使用中の IMAP セッション</translation>
    </message>
    <message>
        <source>IMAP sessions kept warm</source>
        <translation>待機中の IMAP セッション</translation>
    </message>
    <message>
        <source>Calls that wait for one</source>
        <translation>空きを待つ呼び出し</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>開いている接続</translation>
    </message>
    <message>
        <source>Clients that listen</source>
        <translation>待ち受けるクライアント</translation>
    </message>
    <message>
        <source>Turned away by rate limits</source>
        <translation>制限により断った要求</translation>
    </message>
    <message>
        <source>The last two minutes</source>
        <translation>直近 2 分間</translation>
    </message>
</context>
<context>
    <name>admin::ProfileCard</name>
    <message>
        <source>Profiles (*.json)</source>
        <translation>プロファイル (*.json)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>プロファイルを保存</translation>
    </message>
    <message>
        <source>Name of the profile:</source>
        <translation>プロファイルの名前:</translation>
    </message>
    <message>
        <source>The profile “%1” is saved.</source>
        <translation>プロファイル「%1」を保存しました。</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>プロファイル</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>複製(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>名前を変更(&amp;R)…</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>削除(&amp;T)</translation>
    </message>
    <message>
        <source>Un&amp;do deletion</source>
        <translation>削除を元に戻す(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>読み込む(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>書き出す(&amp;X)…</translation>
    </message>
    <message>
        <source>The profile “%1” is open.</source>
        <translation>プロファイル「%1」を開いています。</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>プロファイルの名前を変更</translation>
    </message>
    <message>
        <source>The profile “%1” is deleted. “Undo deletion” brings it back.</source>
        <translation>プロファイル「%1」を削除しました。「削除を元に戻す」で戻せます。</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>プロファイルを読み込む</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles are imported.</source>
        <translation>
            <numerusform>%n 件のプロファイルを読み込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation>プロファイルを書き出す</translation>
    </message>
    <message>
        <source>All profiles are in %1. There are no secrets in it.</source>
        <translation>すべてのプロファイルは %1 にあります。シークレットは含まれていません。</translation>
    </message>
</context>
<context>
    <name>admin::ProfileStore</name>
    <message>
        <source>%1 holds no profiles that can be read. It stays as it is; move it away to begin anew.</source>
        <translation>%1 には読めるプロファイルがありません。ファイルはそのまま残ります。新しく始めるには別の場所に移してください。</translation>
    </message>
    <message>
        <source>There is no such profile any more.</source>
        <translation>そのプロファイルはもうありません。</translation>
    </message>
    <message>
        <source>%1 holds no profiles of this program.</source>
        <translation>%1 にはこのプログラムのプロファイルがありません。</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>新しいプロファイル</translation>
    </message>
</context>
<context>
    <name>admin::SecretDialog</name>
    <message>
        <source>What to do</source>
        <translation>すること</translation>
    </message>
</context>
<context>
    <name>admin::ServerCard</name>
    <message>
        <source>&amp;Stop watching</source>
        <translation>監視をやめる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>監視(&amp;W)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>サーバー</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>サーバーのアドレス(&amp;A):</translation>
    </message>
    <message>
        <source>&amp;Check my server</source>
        <translation>サーバーを確認(&amp;C)</translation>
    </message>
    <message>
        <source>Watch it &amp;through:</source>
        <translation>監視の方法(&amp;T)：</translation>
    </message>
    <message>
        <source>its socket on this computer</source>
        <translation>このコンピューターのソケット</translation>
    </message>
    <message>
        <source>its address (metrics only)</source>
        <translation>アドレス（測定値のみ）</translation>
    </message>
    <message>
        <source>Watch it through</source>
        <translation>監視の方法</translation>
    </message>
    <message>
        <source>Path of the socket (ADMIN_SOCKET)</source>
        <translation>ソケットのパス（ADMIN_SOCKET）</translation>
    </message>
</context>
<context>
    <name>admin::ServerCheck</name>
    <message>
        <source>The server does not answer: %1 Is it running, and does the proxy pass requests on to it?</source>
        <translation>サーバーが応答しません: %1 稼働していますか。プロキシはリクエストを渡していますか。</translation>
    </message>
    <message>
        <source>The answer has the status %1 instead of %2. Does the proxy pass this path on?</source>
        <translation>応答のステータスが %2 ではなく %1 です。プロキシはこのパスを渡していますか。</translation>
    </message>
    <message>
        <source>It runs</source>
        <translation>稼働している</translation>
    </message>
    <message>
        <source>Something answers there, but it is not Mail MCP.</source>
        <translation>何かが応答していますが、Mail MCP ではありません。</translation>
    </message>
    <message>
        <source>/health says ok.</source>
        <translation>/health は ok と答えています。</translation>
    </message>
    <message>
        <source>The document has no “%1”. Does something else answer on this path?</source>
        <translation>文書に「%1」がありません。このパスで別のものが応答していませんか。</translation>
    </message>
    <message>
        <source>The server takes itself for %1 instead of %2. Set BASE_URL to the address that clients use.</source>
        <translation>サーバーは自分を %2 ではなく %1 と思っています。BASE_URL をクライアントが使うアドレスにしてください。</translation>
    </message>
    <message>
        <source>It asks strangers to log in</source>
        <translation>知らない相手にログインを求める</translation>
    </message>
    <message>
        <source>The header WWW-Authenticate does not lead to the metadata of this server. Does the proxy remove or change it?</source>
        <translation>ヘッダー WWW-Authenticate がこのサーバーのメタデータを指していません。プロキシが消したり変えたりしていませんか。</translation>
    </message>
    <message>
        <source>401, and the way to the login is in the answer.</source>
        <translation>401 で、応答にログインへの道があります。</translation>
    </message>
    <message>
        <source>Its clock is right</source>
        <translation>時計が合っている</translation>
    </message>
    <message>
        <source>The answer has no date.</source>
        <translation>応答に日付がありません。</translation>
    </message>
    <message>
        <source>It differs from this computer&apos;s by %1 s.</source>
        <translation>このコンピューターの時計と %1 秒違います。</translation>
    </message>
    <message>
        <source>It describes its mailbox service</source>
        <translation>メールボックスのサービスを説明している</translation>
    </message>
    <message>
        <source>It describes its login</source>
        <translation>ログインを説明している</translation>
    </message>
</context>
<context>
    <name>admin::ServerFacts</name>
    <message>
        <source>The server that is watched</source>
        <translation>監視中のサーバー</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>稼働開始</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>準備未完了</translation>
    </message>
    <message>
        <source>It cannot use its state store (STATE_URL), so that nobody logs in and nothing is sent: %1</source>
        <translation>状態の保存先（STATE_URL）を使えないため、だれもログインできず、何も送られません：%1</translation>
    </message>
    <message>
        <source>This is another server than the one of the profile: its address is %1, and that of the profile is %2. Choose the ADMIN_SOCKET of the server that you mean, or correct the address.</source>
        <translation>プロファイルのものとは別のサーバーです。そのアドレスは %1、プロファイルのアドレスは %2 です。目的のサーバーの ADMIN_SOCKET を選ぶか、アドレスを直してください。</translation>
    </message>
</context>
<context>
    <name>admin::ServerForm</name>
    <message>
        <source>Reading mail (IMAP)</source>
        <translation>メールを読む (IMAP)</translation>
    </message>
    <message>
        <source>Sending mail (SMTP)</source>
        <translation>メールを送る (SMTP)</translation>
    </message>
    <message>
        <source>Hos&amp;t:</source>
        <comment>IMAP</comment>
        <translation>ホスト(&amp;D):</translation>
    </message>
    <message>
        <source>Ho&amp;st:</source>
        <comment>SMTP</comment>
        <translation>ホスト(&amp;O):</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <comment>IMAP</comment>
        <translation>ポート(&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <comment>SMTP</comment>
        <translation>ポート(&amp;B):</translation>
    </message>
    <message>
        <source>E&amp;ncryption:</source>
        <comment>IMAP</comment>
        <translation>暗号化(&amp;E):</translation>
    </message>
    <message>
        <source>En&amp;cryption:</source>
        <comment>SMTP</comment>
        <translation>暗号化(&amp;K):</translation>
    </message>
    <message>
        <source>IMAP host</source>
        <translation>IMAP ホスト</translation>
    </message>
    <message>
        <source>SMTP host</source>
        <translation>SMTP ホスト</translation>
    </message>
    <message>
        <source>IMAP port</source>
        <translation>IMAP ポート</translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation>SMTP ポート</translation>
    </message>
    <message>
        <source>IMAP encryption</source>
        <translation>IMAP の暗号化</translation>
    </message>
    <message>
        <source>SMTP encryption</source>
        <translation>SMTP の暗号化</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>最初から TLS</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS (必須)</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>見つかったもの：</translation>
    </message>
    <message>
        <source>IMAP servers that were found</source>
        <translation>見つかった IMAP サーバー</translation>
    </message>
    <message>
        <source>SMTP servers that were found</source>
        <translation>見つかった SMTP サーバー</translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message>
        <source>Running server</source>
        <translation>稼働中のサーバー</translation>
    </message>
    <message>
        <source>That is no address of a server. It begins with https://, and nothing but a path may follow the host.</source>
        <translation>サーバーのアドレスではありません。https:// で始まり、ホストの後に続けられるのはパスだけです。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>探しています…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>The server is set up right.</source>
        <translation>サーバーは正しく設定されています。</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not right. See below.</source>
        <translation>
            <numerusform>%n 件の問題があります。下を見てください。</numerusform>
        </translation>
    </message>
    <message>
        <source>“Check my server” looks at a running Mail MCP server from outside, as a client does: whether it runs, knows its own address, asks strangers to log in, and has the right time.

“Watch” asks the server every two seconds how it is. Through its socket (ADMIN_SOCKET) it shows everything, and clients can be revoked; that works on the server&apos;s own computer, for members of its group. Through its address it shows the metrics alone, where METRICS_FROM allows it.

A server on another computer can be watched through its socket, too: “ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST” brings it here as /tmp/mail-mcp.sock.

A client that is revoked gets in no more, and neither do its logins, until it is allowed again. To end every login cannot be undone: everybody has to log in again.</source>
        <translation>「サーバーを確認」は、稼働中の Mail MCP サーバーをクライアントと同じように外から見ます。動いているか、自分のアドレスを知っているか、知らない相手にログインを求めるか、時刻が正しいかを調べます。

「監視」は 2 秒ごとにサーバーの状態を尋ねます。ソケット（ADMIN_SOCKET）経由ではすべてが見え、クライアントを失効させられます。これはサーバーのコンピューターで、そのグループのメンバーが使えます。アドレス経由では、METRICS_FROM が許す所で測定値だけが見えます。

別のコンピューターのサーバーもソケット経由で監視できます。「ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST」で /tmp/mail-mcp.sock としてここに持ってこられます。

失効したクライアントとそのログインは、再び許可されるまで入れません。すべてのログインの終了は元に戻せません。全員がログインし直す必要があります。</translation>
    </message>
    <message>
        <source>See whether a server is set up right, what it is doing and who uses it, and revoke clients.</source>
        <translation>サーバーの設定が正しいか、何をしているか、だれが使っているかを見て、クライアントを失効させます。</translation>
    </message>
    <message>
        <source>Through the address of a server only its metrics can be seen. Choose “its socket on this computer” above.</source>
        <translation>サーバーのアドレスからは測定値しか見られません。上で「このコンピューターのソケット」を選んでください。</translation>
    </message>
    <message>
        <source>Connected to Mail MCP %1.</source>
        <translation>Mail MCP %1 に接続しました。</translation>
    </message>
    <message>
        <source>End every login</source>
        <translation>すべてのログインを終了</translation>
    </message>
    <message>
        <source>Everybody who is logged in through any client has to log in again. This cannot be undone.</source>
        <translation>どのクライアントからログインしている人も、全員ログインし直す必要があります。元に戻すことはできません。</translation>
    </message>
    <message>
        <source>&amp;End every login</source>
        <translation>すべてのログインを終了(&amp;E)</translation>
    </message>
</context>
<context>
    <name>admin::ServerWatch</name>
    <message>
        <source>The server does not answer: %1</source>
        <translation>サーバーが応答しません: %1</translation>
    </message>
    <message>
        <source>The server does not show its metrics here (status %1). Look at them on its own computer, or allow this one in its setting METRICS_FROM.</source>
        <translation>サーバーはここでは測定値を見せません (ステータス %1)。サーバー自身のコンピューターで見るか、設定 METRICS_FROM でこのコンピューターを許可してください。</translation>
    </message>
</context>
<context>
    <name>admin::TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
</context>
</TS>
