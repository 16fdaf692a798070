<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>pages</name>
    <message>
        <source>There were too many tries from your network. Wait a minute and try again.</source>
        <translation>محاولات كثيرة من شبكتك. انتظر دقيقة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This service has no mail server for %1. Check the spelling of your address, or ask the administrator of this service.</source>
        <translation>ليس لدى هذه الخدمة خادم بريد للنطاق %1. تحقق من كتابة عنوانك أو اسأل مدير هذه الخدمة.</translation>
    </message>
    <message>
        <source>The address of this page is damaged.</source>
        <translation>عنوان هذه الصفحة تالف.</translation>
    </message>
    <message>
        <source>A parameter of the request came more than once.</source>
        <translation>ورد أحد وسائط الطلب أكثر من مرة.</translation>
    </message>
    <message>
        <source>The assistant asks to be called back at an address that it is not registered with.</source>
        <translation>يطلب المساعد الرجوع إلى عنوان غير مسجّل له.</translation>
    </message>
    <message>
        <source>The assistant&apos;s request is not one that this service can answer: %1 (%2).</source>
        <translation>لا تستطيع هذه الخدمة تلبية طلب المساعد هذا: %1 (%2).</translation>
    </message>
    <message>
        <source>The form arrived damaged.</source>
        <translation>وصل النموذج تالفًا.</translation>
    </message>
    <message>
        <source>The request of the assistant is too large.</source>
        <translation>طلب المساعد كبير جدًا.</translation>
    </message>
    <message>
        <source>This login page was used already.</source>
        <translation>استُخدمت صفحة الدخول هذه من قبل.</translation>
    </message>
    <message>
        <source>This login did not come from this server&apos;s own page.</source>
        <translation>لم يأتِ تسجيل الدخول هذا من صفحة هذا الخادم.</translation>
    </message>
    <message>
        <source>The login page was open for too long, or it is not from this server.</source>
        <translation>ظلت صفحة الدخول مفتوحة وقتًا طويلًا، أو أنها ليست من هذا الخادم.</translation>
    </message>
    <message>
        <source>This login page belongs to another browser, or your browser refuses cookies.</source>
        <translation>صفحة الدخول هذه تخص متصفحًا آخر، أو أن متصفحك يرفض ملفات تعريف الارتباط.</translation>
    </message>
    <message>
        <source>There were too many failed logins. Wait %1 min and try again.</source>
        <translation>محاولات الدخول الفاشلة كثيرة. انتظر %1 دقيقة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The assistant&apos;s callback address cannot be used.</source>
        <translation>لا يمكن استخدام عنوان الرجوع الخاص بالمساعد.</translation>
    </message>
    <message>
        <source>The assistant&apos;s client ID was not made by this server, or it has expired.</source>
        <translation>معرّف العميل الخاص بالمساعد لم يصدر عن هذا الخادم، أو انتهت صلاحيته.</translation>
    </message>
    <message>
        <source>The administrator has withdrawn this client.</source>
        <translation>سحب المدير هذا العميل.</translation>
    </message>
    <message>
        <source>The connection could not be made</source>
        <translation>تعذّر إنشاء الاتصال</translation>
    </message>
    <message>
        <source>Go back to your assistant and start the connection again. If that does not help, tell the administrator of this service what you read here.</source>
        <translation>عُد إلى مساعدك وابدأ الاتصال من جديد. إن لم يفد ذلك فأخبر مدير هذه الخدمة بما تقرؤه هنا.</translation>
    </message>
    <message>
        <source>Not possible at the moment</source>
        <translation>غير ممكن حاليًا</translation>
    </message>
    <message>
        <source>This service cannot remember logins right now.</source>
        <translation>لا تستطيع هذه الخدمة حفظ عمليات الدخول الآن.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>أعد المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>Enter your e-mail address, for example you@example.com.</source>
        <translation>أدخل عنوان بريدك الإلكتروني، مثل you@example.com.</translation>
    </message>
    <message>
        <source>%1 is too long: at most %2 bytes can be used.</source>
        <translation>%1: النص طويل جدًا، والحد الأقصى %2 بايت.</translation>
    </message>
    <message>
        <source>%1 holds a line break or another character that cannot be used.</source>
        <translation>%1: يحتوي على فاصل أسطر أو رمز آخر لا يمكن استخدامه.</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>The e-mail address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>The user name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>The password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>The user name for sending</source>
        <translation>اسم المستخدم للإرسال</translation>
    </message>
    <message>
        <source>The password for sending</source>
        <translation>كلمة المرور للإرسال</translation>
    </message>
    <message>
        <source>Enter the password of your mailbox.</source>
        <translation>أدخل كلمة مرور صندوق بريدك.</translation>
    </message>
    <message>
        <source>Enter the password for sending, or tick “Use the same login”.</source>
        <translation>أدخل كلمة المرور للإرسال، أو اختر «استخدام بيانات الدخول نفسها».</translation>
    </message>
    <message>
        <source>Tick at least one thing that the assistant may do.</source>
        <translation>اختر شيئًا واحدًا على الأقل مما يُسمح للمساعد به.</translation>
    </message>
    <message>
        <source>The mail server for reading (%1)</source>
        <translation>خادم القراءة (%1)</translation>
    </message>
    <message>
        <source>The mail server for sending (%1)</source>
        <translation>خادم الإرسال (%1)</translation>
    </message>
    <message>
        <source>%1 did not accept this user name and password. Check both; some providers want an app password.</source>
        <translation>لم يقبل %1 اسم المستخدم وكلمة المرور هذين. تحقق من كليهما؛ فبعض المزوّدين يطلبون كلمة مرور للتطبيقات.</translation>
    </message>
    <message>
        <source>%1 could not prove its identity, so your password was not sent. Tell the administrator of this service.</source>
        <translation>تعذّر على %1 إثبات هويته، لذلك لم تُرسل كلمة مرورك. أبلغ مدير هذه الخدمة.</translation>
    </message>
    <message>
        <source>%1 cannot be reached at the moment. Try again in a minute.</source>
        <translation>يتعذّر الوصول إلى %1 حاليًا. أعد المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>%1 did not behave as expected, so the login could not be checked. Tell the administrator of this service.</source>
        <translation>لم يتصرّف %1 كما هو متوقّع، فتعذّر التحقق من الدخول. أبلغ مدير هذه الخدمة.</translation>
    </message>
    <message>
        <source>Read and search your mail</source>
        <translation>قراءة بريدك والبحث فيه</translation>
    </message>
    <message>
        <source>Move mail and change flags such as “read”</source>
        <translation>نقل الرسائل وتغيير علامات مثل «مقروءة»</translation>
    </message>
    <message>
        <source>Save drafts for you to send</source>
        <translation>حفظ مسودات لترسلها أنت</translation>
    </message>
    <message>
        <source>Delete mail for good</source>
        <translation>حذف الرسائل نهائيًا</translation>
    </message>
    <message>
        <source>Send mail in your name</source>
        <translation>إرسال بريد باسمك</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>خطأ:</translation>
    </message>
    <message>
        <source>Your e-mail address</source>
        <translation>عنوان بريدك الإلكتروني</translation>
    </message>
    <message>
        <source>Connect your mailbox</source>
        <translation>ربط صندوق بريدك</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail.</source>
        <translation>يطلب برنامج من &lt;strong&gt;{{documentHost}}&lt;/strong&gt; يسمّي نفسه &lt;strong&gt;{{clientName}}&lt;/strong&gt; العمل على بريدك.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail.</source>
        <translation>يطلب برنامج يسمّي نفسه &lt;strong&gt;{{clientName}}&lt;/strong&gt; العمل على بريدك.</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>يأتي من</translation>
    </message>
    <message>
        <source>Sends you back to</source>
        <translation>يعيدك إلى</translation>
    </message>
    <message>
        <source>Nobody has checked this name. Go on only if you started the connection yourself, just now, and know where you will be sent back to.</source>
        <translation>لم يتحقق أحد من هذا الاسم. لا تتابع إلا إذا كنت قد بدأت الاتصال بنفسك الآن وتعرف إلى أين ستُعاد.</translation>
    </message>
    <message>
        <source>You will be sent back to a program on this computer. Go on only if you started the connection yourself, just now, from a program you trust.</source>
        <translation>ستُعاد إلى برنامج على هذا الحاسوب. لا تتابع إلا إذا كنت قد بدأت الاتصال بنفسك الآن من برنامج تثق به.</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>(it says which mail server is yours)</source>
        <translation>(منه يُعرف خادم بريدك)</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Step 1 of 2. You log in and choose what the program may do on the next page.</source>
        <translation>الخطوة 1 من 2. في الصفحة التالية تسجّل الدخول وتختار ما يُسمح للبرنامج به.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>يطلب &lt;strong&gt;{{clientName}}&lt;/strong&gt; العمل على بريدك. سجّل الدخول باسم المستخدم وكلمة المرور الخاصين بصندوق بريدك للسماح بذلك.</translation>
    </message>
    <message>
        <source>A program from &lt;strong&gt;{{documentHost}}&lt;/strong&gt;, which calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt;, asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>يطلب برنامج من &lt;strong&gt;{{documentHost}}&lt;/strong&gt; يسمّي نفسه &lt;strong&gt;{{clientName}}&lt;/strong&gt; العمل على بريدك. سجّل الدخول باسم المستخدم وكلمة المرور الخاصين بصندوق بريدك للسماح بذلك.</translation>
    </message>
    <message>
        <source>A program that calls itself &lt;strong&gt;{{clientName}}&lt;/strong&gt; asks to work with your mail. Log in with the user name and password of your mailbox to allow it.</source>
        <translation>يطلب برنامج يسمّي نفسه &lt;strong&gt;{{clientName}}&lt;/strong&gt; العمل على بريدك. سجّل الدخول باسم المستخدم وكلمة المرور الخاصين بصندوق بريدك للسماح بذلك.</translation>
    </message>
    <message>
        <source>Reads from</source>
        <translation>يقرأ من</translation>
    </message>
    <message>
        <source>Sends through</source>
        <translation>يرسل عبر</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>(shown to people you write to)</source>
        <translation>(يظهر لمن تراسلهم)</translation>
    </message>
    <message>
        <source>Mailbox login</source>
        <translation>تسجيل الدخول إلى صندوق البريد</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>(empty: the e-mail address)</source>
        <translation>(إذا تُرك فارغًا: عنوان البريد)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>If your provider offers app passwords, make one for this and use it here.</source>
        <translation>إذا كان مزوّدك يوفّر كلمات مرور للتطبيقات فأنشئ واحدة لهذا الغرض واستخدمها هنا.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>الإرسال</translation>
    </message>
    <message>
        <source>Use the same login for sending mail</source>
        <translation>استخدام بيانات الدخول نفسها للإرسال</translation>
    </message>
    <message>
        <source>User name for sending</source>
        <translation>اسم المستخدم للإرسال</translation>
    </message>
    <message>
        <source>Password for sending</source>
        <translation>كلمة المرور للإرسال</translation>
    </message>
    <message>
        <source>What {{clientName}} may do</source>
        <translation>ما يُسمح لـ {{clientName}} به</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>Your password is checked with your mail server now. It is not stored here: it travels, sealed so that only this server can open it, in the access that {{clientName}} receives.</source>
        <translation>تُفحص كلمة مرورك الآن لدى خادم بريدك. لا تُحفظ هنا: بل تنتقل، مختومةً بحيث لا يفتحها إلا هذا الخادم، ضمن إذن الوصول الذي يستلمه {{clientName}}.</translation>
    </message>
    <message>
        <source>An assistant</source>
        <translation>مساعد</translation>
    </message>
    <message>
        <source>This client was made by an earlier version and must be re-issued by the administrator.</source>
        <translation>أُنشئ هذا العميل بإصدار سابق ويجب أن يعيد المدير إصداره.</translation>
    </message>
    <message>
        <source>Ask me before anything is sent or deleted</source>
        <translation>اسألني قبل إرسال أي شيء أو حذفه</translation>
    </message>
    <message>
        <source>Your assistant then has to show you what it wants to send or delete, and to wait for your answer.</source>
        <translation>على مساعدك عندئذٍ أن يعرض عليك ما يريد إرساله أو حذفه وأن ينتظر ردّك.</translation>
    </message>
    <message>
        <source>You are always asked before anything is sent or deleted. The administrator of this service wants it so.</source>
        <translation>تُسأل دائمًا قبل إرسال أي شيء أو حذفه. هكذا أراد مدير هذه الخدمة.</translation>
    </message>
    <message>
        <source>Put the new ENCRYPTION_KEYS into the settings of the server in place of the old one, and take ENCRYPTION_KEY out: it is in the new line as “default”.</source>
        <translation>ضع ENCRYPTION_KEYS الجديد في إعدادات الخادم مكان القديم، وأزل ENCRYPTION_KEY: فهو موجود في السطر الجديد باسم «default».</translation>
    </message>
    <message>
        <source>Reload the server (systemctl reload mail-mcp, or SIGHUP). Nobody is logged out. If several servers share the keys, first add the new key at the end of the line on all of them and reload, and only then put it in front: no server may seal what another cannot open yet.</source>
        <translation>أعد تحميل الخادم (systemctl reload mail-mcp أو SIGHUP). لن يُسجَّل خروج أحد. إذا كانت عدة خوادم تشترك في المفاتيح، فأضف المفتاح الجديد أولًا في نهاية السطر عليها جميعًا وأعد التحميل، ثم ضعه في البداية: لا يجوز لخادم أن يختم ما لا يستطيع خادم آخر فتحه بعد.</translation>
    </message>
    <message>
        <source>Make new clients for everybody whose client ID is older. It ends together with the key that it was made with.</source>
        <translation>أنشئ عملاء جددًا لكل من لديه معرّف عميل أقدم. فهو ينتهي مع المفتاح الذي أُنشئ به.</translation>
    </message>
    <message>
        <source>Remove the older keys (%1) when all clients are new and REFRESH_TOKEN_TTL (30 days, unless you set it) has passed since the reload. What they have sealed ends then.</source>
        <translation>أزل المفاتيح الأقدم (%1) عندما يصبح جميع العملاء جددًا وتمر مدة REFRESH_TOKEN_TTL (30 يومًا ما لم تغيّرها) منذ إعادة التحميل. عندئذ ينتهي ما ختمته.</translation>
    </message>
    <message>
        <source>If somebody may know an older key, do not wait: remove it at once, which ends every client and every login that it has sealed.</source>
        <translation>إذا كان من المحتمل أن يعرف أحدٌ مفتاحًا أقدم، فلا تنتظر: أزله فورًا، وسينهي ذلك كل عميل وكل تسجيل دخول ختمه.</translation>
    </message>
    <message>
        <source>A client can have at most %1 redirect URIs.</source>
        <translation>يمكن أن يكون للعميل %1 من عناوين إعادة التوجيه على الأكثر.</translation>
    </message>
    <message>
        <source>Allow at least one thing: a client without any permission is of no use.</source>
        <translation>اسمح بشيء واحد على الأقل: فالعميل من دون أي إذن لا فائدة منه.</translation>
    </message>
    <message>
        <source>There is nothing to ask about: the client may neither send nor delete. Allow one of the two, or do not ask.</source>
        <translation>لا يوجد ما يُسأل عنه: لا يجوز للعميل الإرسال ولا الحذف. اسمح بأحدهما، أو لا تطلب السؤال.</translation>
    </message>
    <message>
        <source>The name is too long: at most %1 bytes can be used.</source>
        <translation>الاسم طويل جدًا: يمكن استخدام %1 بايت على الأكثر.</translation>
    </message>
    <message>
        <source>The lifetime must be a number of days from 1 to %1.</source>
        <translation>يجب أن تكون المدة عددًا من الأيام بين 1 و%1.</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>اسم الخادم ناقص.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server. Write one such as mail.example.com, without a port.</source>
        <translation>«%1» ليس اسم خادم. اكتب اسمًا مثل mail.example.com من دون منفذ.</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535.</source>
        <translation>يجب أن يكون المنفذ عددًا بين 1 و65535.</translation>
    </message>
    <message>
        <source>Only servers on this computer (127.0.0.1, ::1, localhost) can be used without encryption.</source>
        <translation>لا يمكن استخدام غير خوادم هذا الحاسوب (127.0.0.1، ::1، localhost) من دون تشفير.</translation>
    </message>
    <message>
        <source>You named this server, and it answers.</source>
        <translation>أنت من سمّى هذا الخادم، وهو يستجيب.</translation>
    </message>
    <message>
        <source>These are the known settings of %1.</source>
        <translation>هذه هي الإعدادات المعروفة لـ %1.</translation>
    </message>
    <message>
        <source>The domain itself publishes this at %1.</source>
        <translation>النطاق نفسه ينشر ذلك في %1.</translation>
    </message>
    <message>
        <source>Thunderbird’s database says so: %1.</source>
        <translation>هذا ما تقوله قاعدة بيانات Thunderbird: %1.</translation>
    </message>
    <message>
        <source>The name service says so, in the record %1.</source>
        <translation>هذا ما تقوله خدمة الأسماء في السجل %1.</translation>
    </message>
    <message>
        <source>This is a guess by usual names; a server answers there with a good certificate.</source>
        <translation>هذا تخمين من الأسماء المعتادة؛ ويستجيب هناك خادم بشهادة سليمة.</translation>
    </message>
    <message>
        <source>%1 does not take the password of the account here. Make an app password (also called authorisation code) in its security settings and use that.</source>
        <translation>لا يقبل %1 كلمة مرور الحساب هنا. أنشئ كلمة مرور للتطبيقات (تسمى أيضًا رمز التفويض) في إعدادات الأمان واستخدمها.</translation>
    </message>
    <message>
        <source>%1 takes no passwords from mail programs any more, only OAuth logins of registered programs. Its mailboxes cannot be used here unless the administrator allows passwords again.</source>
        <translation>لم يعد %1 يقبل كلمات المرور من برامج البريد، بل تسجيلات دخول OAuth من البرامج المسجلة فقط. لا يمكن استخدام صناديق بريده هنا ما لم يسمح المسؤول بكلمات المرور من جديد.</translation>
    </message>
    <message>
        <source>IMAP is off at first. Switch it on in the mail settings on the web pages of %1.</source>
        <translation>يكون IMAP معطّلًا في البداية. شغّله في إعدادات البريد على صفحات الويب الخاصة بـ %1.</translation>
    </message>
    <message>
        <source>Mail programs have a password of their own at %1, which is set in the customer centre.</source>
        <translation>لبرامج البريد لدى %1 كلمة مرور خاصة بها تُحدَّد في مركز العملاء.</translation>
    </message>
    <message>
        <source>The mail of %1 can only be reached through its program Bridge, which has to run on the same computer as this server and whose certificate has to be trusted.</source>
        <translation>لا يمكن الوصول إلى بريد %1 إلا عبر برنامجه Bridge الذي يجب أن يعمل على الحاسوب نفسه مع هذا الخادم وأن يُوثق بشهادته.</translation>
    </message>
    <message>
        <source>%1 lets mail programs in only on plans that are paid for.</source>
        <translation>لا يسمح %1 لبرامج البريد إلا في الخطط المدفوعة.</translation>
    </message>
    <message>
        <source>Accounts of %1 that were made for another region have servers of that region.</source>
        <translation>حسابات %1 التي أُنشئت لمنطقة أخرى لها خوادم تلك المنطقة.</translation>
    </message>
    <message>
        <source>%1 See %2</source>
        <translation>%1 انظر %2</translation>
    </message>
    <message>
        <source>Type an e-mail address or the name of a mail server.</source>
        <translation>اكتب عنوان بريد إلكتروني أو اسم خادم بريد.</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write one such as alice@example.com.</source>
        <translation>«%1» ليس عنوان بريد إلكتروني. اكتب عنوانًا مثل alice@example.com.</translation>
    </message>
    <message>
        <source>“%1” is neither an e-mail address nor the name of a mail server. Write alice@example.com or mail.example.com, without a port.</source>
        <translation>«%1» ليس عنوان بريد إلكتروني ولا اسم خادم بريد. اكتب alice@example.com أو mail.example.com من دون منفذ.</translation>
    </message>
    <message>
        <source>In Claude on the web or in Claude Desktop</source>
        <translation>في Claude على الويب أو في Claude Desktop</translation>
    </message>
    <message>
        <source>Open Settings → Connectors and choose “Add custom connector”.</source>
        <translation>افتح Settings → Connectors واختر «Add custom connector».</translation>
    </message>
    <message>
        <source>Name: %1. URL of the server: %2</source>
        <translation>الاسم: %1. عنوان الخادم: %2</translation>
    </message>
    <message>
        <source>Open “Advanced settings” and paste the client ID and the client secret.</source>
        <translation>افتح «Advanced settings» والصق معرّف العميل وسر العميل.</translation>
    </message>
    <message>
        <source>Choose “Add”, then “Connect”, and log in to the mailbox.</source>
        <translation>اختر «Add» ثم «Connect»، وسجّل الدخول إلى صندوق البريد.</translation>
    </message>
    <message>
        <source>Anthropic’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>خوادم Anthropic هي التي تُنشئ الاتصال، لذا يجب أن يكون هذا الخادم متاحًا من الإنترنت عبر https.</translation>
    </message>
    <message>
        <source>Claude Desktop ignores remote servers in claude_desktop_config.json; the connector is for all of Claude’s programs.</source>
        <translation>يتجاهل Claude Desktop الخوادم البعيدة في claude_desktop_config.json؛ أما الموصل فيصلح لجميع برامج Claude.</translation>
    </message>
    <message>
        <source>Run this once; it asks for the client secret</source>
        <translation>نفّذ هذا مرة واحدة؛ وسيُطلب سر العميل</translation>
    </message>
    <message>
        <source>Run this once</source>
        <translation>نفّذ هذا مرة واحدة</translation>
    </message>
    <message>
        <source>Or, for everybody who works on a project, without the secret</source>
        <translation>أو لكل من يعمل على مشروع، من دون السر</translation>
    </message>
    <message>
        <source>Type /mcp in Claude Code to log in to the mailbox.</source>
        <translation>اكتب /mcp في Claude Code لتسجيل الدخول إلى صندوق البريد.</translation>
    </message>
    <message>
        <source>In ChatGPT on the web, with developer mode on</source>
        <translation>في ChatGPT على الويب مع تشغيل وضع المطوّر</translation>
    </message>
    <message>
        <source>Open Settings → Apps &amp; Connectors → Advanced settings and switch on developer mode.</source>
        <translation>افتح Settings → Apps &amp; Connectors → Advanced settings وشغّل وضع المطوّر.</translation>
    </message>
    <message>
        <source>Go back and choose “Create”. Name: %1. URL of the MCP server: %2</source>
        <translation>ارجع واختر «Create». الاسم: %1. عنوان خادم MCP: %2</translation>
    </message>
    <message>
        <source>Authentication: OAuth. Paste the client ID and the client secret.</source>
        <translation>المصادقة: OAuth. الصق معرّف العميل وسر العميل.</translation>
    </message>
    <message>
        <source>Choose “Create” and log in to the mailbox.</source>
        <translation>اختر «Create» وسجّل الدخول إلى صندوق البريد.</translation>
    </message>
    <message>
        <source>If ChatGPT shows a callback URL of its own (https://chatgpt.com/connector/oauth/…), make the client with that redirect URI.</source>
        <translation>إذا عرض ChatGPT عنوان رجوع خاصًا به (https://chatgpt.com/connector/oauth/…)، فأنشئ العميل بعنوان إعادة التوجيه هذا.</translation>
    </message>
    <message>
        <source>OpenAI’s servers make the connection, so this server must be reachable from the internet by https.</source>
        <translation>خوادم OpenAI هي التي تُنشئ الاتصال، لذا يجب أن يكون هذا الخادم متاحًا من الإنترنت عبر https.</translation>
    </message>
    <message>
        <source>For one project</source>
        <translation>لمشروع واحد</translation>
    </message>
    <message>
        <source>VS Code asks for the client secret when it connects. For all projects, run “MCP: Open User Configuration” and put the same there.</source>
        <translation>يطلب VS Code سر العميل عند الاتصال. لجميع المشاريع نفّذ «MCP: Open User Configuration» وضع الشيء نفسه هناك.</translation>
    </message>
    <message>
        <source>For all projects; for one alone in .cursor/mcp.json</source>
        <translation>لجميع المشاريع؛ ولمشروع واحد في .cursor/mcp.json</translation>
    </message>
    <message>
        <source>Without the secret in the file, Cursor reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>إذا لم يكن السر في الملف، يقرؤه Cursor من متغير البيئة MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>A file of servers</source>
        <translation>ملف خوادم</translation>
    </message>
    <message>
        <source>Then run, in the same folder</source>
        <translation>ثم نفّذ في المجلد نفسه</translation>
    </message>
    <message>
        <source>Where CLIENT_SECRET stands, put the client secret.</source>
        <translation>ضع سر العميل مكان CLIENT_SECRET.</translation>
    </message>
    <message>
        <source>The client, in a file that only you can read (chmod 600)</source>
        <translation>العميل، في ملف لا يقرؤه غيرك (chmod 600)</translation>
    </message>
    <message>
        <source>For a program that starts local servers, such as Claude Desktop; put the real path in</source>
        <translation>لبرنامج يشغّل خوادم محلية مثل Claude Desktop؛ ضع المسار الحقيقي</translation>
    </message>
    <message>
        <source>Without the secret in the file, mcp-remote reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>إذا لم يكن السر في الملف، يقرؤه mcp-remote من متغير البيئة MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings</source>
        <translation>أضف هذا إلى الإعدادات</translation>
    </message>
    <message>
        <source>Type /mcp auth in Gemini CLI to log in to the mailbox.</source>
        <translation>اكتب /mcp auth في Gemini CLI لتسجيل الدخول إلى صندوق البريد.</translation>
    </message>
    <message>
        <source>Without the secret in the file, Gemini CLI reads it from the environment variable MAIL_MCP_SECRET.</source>
        <translation>إذا لم يكن السر في الملف، يقرؤه Gemini CLI من متغير البيئة MAIL_MCP_SECRET.</translation>
    </message>
    <message>
        <source>Add this to the settings, with the real path</source>
        <translation>أضف هذا إلى الإعدادات مع المسار الحقيقي</translation>
    </message>
    <message>
        <source>Codex itself sends no client secret, so it connects through mcp-remote.</source>
        <translation>لا يرسل Codex نفسه سر العميل، لذا يتصل عبر mcp-remote.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>انتهت صلاحيتها.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>لم تصبح صالحة بعد.</translation>
    </message>
    <message>
        <source>It is for another name.</source>
        <translation>هي لاسم آخر.</translation>
    </message>
    <message>
        <source>It is self-signed.</source>
        <translation>موقّعة ذاتيًا.</translation>
    </message>
    <message>
        <source>Its authority is not known.</source>
        <translation>سلطتها غير معروفة.</translation>
    </message>
    <message>
        <source>It signed another one and must not.</source>
        <translation>وقّعت شهادة أخرى ولا يحق لها ذلك.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>أُلغيت.</translation>
    </message>
    <message>
        <source>It cannot be trusted.</source>
        <translation>لا يمكن الوثوق بها.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>العناوين</translation>
    </message>
    <message>
        <source>TLS version</source>
        <translation>إصدار TLS</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>التعمية</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>الترحيب</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>الإمكانات</translation>
    </message>
    <message>
        <source>Ways to log in</source>
        <translation>طرق تسجيل الدخول</translation>
    </message>
    <message>
        <source>Way of logging in</source>
        <translation>طريقة تسجيل الدخول</translation>
    </message>
    <message>
        <source>Other folders</source>
        <translation>مجلدات أخرى</translation>
    </message>
    <message>
        <source>Largest message in bytes</source>
        <translation>أكبر رسالة بالبايت</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>الإضافات</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>الشهادة %1</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>المُصدر</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>الصلاحية</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>الأسماء</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>ما الخطأ</translation>
    </message>
    <message>
        <source>%1 messages, %2 unread</source>
        <translation>%1 رسالة، %2 غير مقروءة</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>أُلغي.</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>لم يُفحص.</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>كل شيء يعمل.</translation>
    </message>
    <message>
        <source>Everything works, as far as it can be seen without a login.</source>
        <translation>كل شيء يعمل، بقدر ما يظهر دون تسجيل دخول.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما العمل</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>المزوّد</translation>
    </message>
    <message>
        <source>The server said</source>
        <translation>قال الخادم</translation>
    </message>
    <message>
        <source>Look up the name</source>
        <translation>البحث عن الاسم</translation>
    </message>
    <message>
        <source>Encrypt (TLS)</source>
        <translation>التعمية (TLS)</translation>
    </message>
    <message>
        <source>Encrypt (STARTTLS)</source>
        <translation>التعمية (STARTTLS)</translation>
    </message>
    <message>
        <source>Capabilities with TLS</source>
        <translation>الإمكانات مع TLS</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Capabilities after the login</source>
        <translation>الإمكانات بعد تسجيل الدخول</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>المساحة</translation>
    </message>
    <message>
        <source>Limits for sending</source>
        <translation>حدود الإرسال</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>إرسال رسالة اختبار</translation>
    </message>
    <message>
        <source>Find the test message</source>
        <translation>إيجاد رسالة الاختبار</translation>
    </message>
    <message>
        <source>Delete the test message</source>
        <translation>حذف رسالة الاختبار</translation>
    </message>
    <message>
        <source>“%1” is no server.</source>
        <translation>«%1» ليس خادمًا.</translation>
    </message>
    <message>
        <source>A host name and a port from 1 to 65535 are needed.</source>
        <translation>يلزم اسم مضيف ومنفذ من 1 إلى 65535.</translation>
    </message>
    <message>
        <source>Check the host name and the port.</source>
        <translation>تحقق من اسم المضيف والمنفذ.</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>لا يوجد خادم باسم %1.</translation>
    </message>
    <message>
        <source>The name is misspelt, or its DNS entry is missing.</source>
        <translation>الاسم مكتوب خطأ، أو ينقص قيده في DNS.</translation>
    </message>
    <message>
        <source>Check the spelling of the host name; it often begins with “imap.”, “smtp.” or “mail.”.</source>
        <translation>تحقق من كتابة اسم المضيف؛ كثيرًا ما يبدأ بـ «imap.» أو «smtp.» أو «mail.».</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up.</source>
        <translation>تعذّر البحث عن الاسم %1.</translation>
    </message>
    <message>
        <source>The name service of this computer did not answer.</source>
        <translation>لم تُجب خدمة الأسماء في هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network and DNS settings, then try again.</source>
        <translation>تحقق من شبكة هذا الحاسوب وإعدادات DNS ثم حاول مجددًا.</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>يرفض %1 الاتصالات.</translation>
    </message>
    <message>
        <source>The server is there, but nothing listens on this port.</source>
        <translation>الخادم موجود، لكن لا شيء يستمع على هذا المنفذ.</translation>
    </message>
    <message>
        <source>Check the port: usually 993 or 143 for IMAP, 465 or 587 for SMTP.</source>
        <translation>تحقق من المنفذ: عادة 993 أو 143 لـ IMAP، و465 أو 587 لـ SMTP.</translation>
    </message>
    <message>
        <source>%1 cannot be reached over the network.</source>
        <translation>لا يمكن الوصول إلى %1 عبر الشبكة.</translation>
    </message>
    <message>
        <source>There is no way to this address, or a firewall refuses it.</source>
        <translation>لا طريق إلى هذا العنوان، أو يرفضه جدار ناري.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s network, its IPv6 included, and its firewall.</source>
        <translation>تحقق من شبكة هذا الحاسوب، ومنها IPv6، ومن جداره الناري.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>لا يجيب %1.</translation>
    </message>
    <message>
        <source>A firewall usually drops such connections silently; some providers block mail ports.</source>
        <translation>عادة يُسقط جدار ناري هذه الاتصالات بصمت؛ وبعض المزوّدين يحجبون منافذ البريد.</translation>
    </message>
    <message>
        <source>Check the port, and whether a firewall lets connections to it out.</source>
        <translation>تحقق من المنفذ، ومن أن الجدار الناري يسمح بالاتصال به.</translation>
    </message>
    <message>
        <source>%1 may not be used without encryption.</source>
        <translation>لا يجوز استخدام %1 دون تعمية.</translation>
    </message>
    <message>
        <source>Only a server on this very computer may be spoken to without TLS: the password would be readable on the way.</source>
        <translation>لا يُخاطَب دون TLS إلا خادم على هذا الحاسوب نفسه، وإلا كانت كلمة المرور مقروءة في الطريق.</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS.</source>
        <translation>اختر TLS أو STARTTLS.</translation>
    </message>
    <message>
        <source>%1 does not begin with TLS.</source>
        <translation>لا يبدأ %1 بـ TLS.</translation>
    </message>
    <message>
        <source>The port begins in the clear: it is one for STARTTLS.</source>
        <translation>يبدأ المنفذ دون تعمية: هو لـ STARTTLS.</translation>
    </message>
    <message>
        <source>Choose STARTTLS for this port, or the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>اختر STARTTLS لهذا المنفذ، أو منفذ TLS: ‏993 لـ IMAP و465 لـ SMTP.</translation>
    </message>
    <message>
        <source>%1 waits for TLS.</source>
        <translation>ينتظر %1 ‏TLS.</translation>
    </message>
    <message>
        <source>The port begins with TLS at once; STARTTLS is not used on it.</source>
        <translation>يبدأ المنفذ بـ TLS فورًا؛ ولا يُستخدم STARTTLS عليه.</translation>
    </message>
    <message>
        <source>Choose TLS for this port, or the port for STARTTLS: 143 for IMAP, 587 for SMTP.</source>
        <translation>اختر TLS لهذا المنفذ، أو منفذ STARTTLS: ‏143 لـ IMAP و587 لـ SMTP.</translation>
    </message>
    <message>
        <source>%1 only offers encryption that is too old.</source>
        <translation>لا يقدّم %1 إلا تعمية قديمة جدًا.</translation>
    </message>
    <message>
        <source>TLS 1.2 or newer with safe ciphers and keys is needed.</source>
        <translation>يلزم TLS 1.2 أو أحدث بخوارزميات ومفاتيح آمنة.</translation>
    </message>
    <message>
        <source>Update the mail server&apos;s TLS settings.</source>
        <translation>حدّث إعدادات TLS في خادم البريد.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>فشلت مصافحة TLS مع %1.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log; it usually says why.</source>
        <translation>انظر في سجل خادم البريد؛ ففيه السبب عادة.</translation>
    </message>
    <message>
        <source>%1 does not finish the TLS handshake.</source>
        <translation>لا يُكمل %1 مصافحة TLS.</translation>
    </message>
    <message>
        <source>The port may be no TLS port, or something in between, as a firewall or a virus scanner, holds it up.</source>
        <translation>قد لا يكون منفذ TLS، أو يعيقها شيء في الطريق كجدار ناري أو مضاد فيروسات.</translation>
    </message>
    <message>
        <source>Check the port and the kind of encryption.</source>
        <translation>تحقق من المنفذ ونوع التعمية.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>انتهت صلاحية شهادة %1.</translation>
    </message>
    <message>
        <source>Renew the certificate and restart the mail server; check that the renewed one is the one it loads.</source>
        <translation>جدّد الشهادة وأعد تشغيل خادم البريد؛ وتحقق من أنه يحمّل الجديدة.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>شهادة %1 لم تصبح صالحة بعد.</translation>
    </message>
    <message>
        <source>Its time has not begun, or the clock of this computer is wrong.</source>
        <translation>لم تبدأ مدتها، أو ساعة هذا الحاسوب خاطئة.</translation>
    </message>
    <message>
        <source>Check the clock of this computer.</source>
        <translation>تحقق من ساعة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another name.</source>
        <translation>شهادة %1 لاسم آخر.</translation>
    </message>
    <message>
        <source>The names in the certificate do not include this host name.</source>
        <translation>ليس اسم المضيف هذا بين أسماء الشهادة.</translation>
    </message>
    <message>
        <source>Use one of the names in the certificate as the host name, or get a certificate for this one.</source>
        <translation>استخدم أحد أسماء الشهادة اسمًا للمضيف، أو احصل على شهادة لهذا الاسم.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed.</source>
        <translation>شهادة %1 موقّعة ذاتيًا.</translation>
    </message>
    <message>
        <source>No authority vouches for it, so anybody could have made it.</source>
        <translation>لا تضمنها أي سلطة، فقد يكون أي شخص صنعها.</translation>
    </message>
    <message>
        <source>Get a certificate from an authority, or name this certificate as a trusted authority (MAIL_CA_FILE).</source>
        <translation>احصل على شهادة من سلطة، أو سمِّ هذه سلطة موثوقة (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 is from an unknown authority.</source>
        <translation>شهادة %1 من سلطة غير معروفة.</translation>
    </message>
    <message>
        <source>The authority is not among the trusted ones, or the server does not send its intermediate certificates.</source>
        <translation>ليست السلطة بين الموثوقة، أو لا يرسل الخادم شهاداته الوسيطة.</translation>
    </message>
    <message>
        <source>Let the mail server send its whole chain, or name your own authority as a trusted one (MAIL_CA_FILE).</source>
        <translation>اجعل خادم البريد يرسل السلسلة كاملة، أو سمِّ سلطتك موثوقة (MAIL_CA_FILE).</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>لا يمكن الوثوق بشهادة %1.</translation>
    </message>
    <message>
        <source>It was revoked, its signature or key is too weak, or who signed it was not allowed to.</source>
        <translation>أُلغيت، أو توقيعها أو مفتاحها ضعيف جدًا، أو لم يكن يحق لموقّعها ذلك.</translation>
    </message>
    <message>
        <source>Get a new certificate.</source>
        <translation>احصل على شهادة جديدة.</translation>
    </message>
    <message>
        <source>The certificate of %1 ends soon.</source>
        <translation>تنتهي شهادة %1 قريبًا.</translation>
    </message>
    <message>
        <source>Renew it in time; check that the automatic renewal works.</source>
        <translation>جدّدها في وقتها؛ وتحقق من عمل التجديد التلقائي.</translation>
    </message>
    <message>
        <source>The file of trusted authorities cannot be used.</source>
        <translation>لا يمكن استخدام ملف السلطات الموثوقة.</translation>
    </message>
    <message>
        <source>It is missing or holds no certificate in PEM form.</source>
        <translation>هو غير موجود أو لا يحوي شهادة بصيغة PEM.</translation>
    </message>
    <message>
        <source>Check the setting MAIL_CA_FILE.</source>
        <translation>تحقق من الإعداد MAIL_CA_FILE.</translation>
    </message>
    <message>
        <source>%1 says nothing.</source>
        <translation>لا يقول %1 شيئًا.</translation>
    </message>
    <message>
        <source>The connection is there, but the server did not answer in time: it may be overloaded, or it may be another kind of server.</source>
        <translation>الاتصال قائم، لكن الخادم لم يجب في الوقت: قد يكون مثقلًا أو من نوع آخر.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the port and the server&apos;s log.</source>
        <translation>حاول مجددًا؛ فإن استمر فتحقق من المنفذ وسجل الخادم.</translation>
    </message>
    <message>
        <source>%1 closed the connection.</source>
        <translation>أغلق %1 الاتصال.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, the server&apos;s log says why. Some servers close when there were too many connections or failed logins.</source>
        <translation>حاول مجددًا؛ فإن استمر فالسبب في سجل الخادم. بعض الخوادم تغلق بعد كثرة الاتصالات أو محاولات الدخول الفاشلة.</translation>
    </message>
    <message>
        <source>%1 speaks another protocol.</source>
        <translation>يتكلم %1 بروتوكولًا آخر.</translation>
    </message>
    <message>
        <source>It answers, but not as such a mail server does.</source>
        <translation>يجيب، لكن ليس كخادم بريد من هذا النوع.</translation>
    </message>
    <message>
        <source>%1 does not serve this computer.</source>
        <translation>لا يخدم %1 هذا الحاسوب.</translation>
    </message>
    <message>
        <source>It may block this address, or not be in service just now.</source>
        <translation>قد يحجب هذا العنوان، أو ليس في الخدمة الآن.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; ask who runs the server.</source>
        <translation>اقرأ كلام الخادم؛ واسأل من يديره.</translation>
    </message>
    <message>
        <source>%1 does not offer STARTTLS.</source>
        <translation>لا يقدّم %1 ‏STARTTLS.</translation>
    </message>
    <message>
        <source>Without it the password would be readable on the way, so nothing was sent.</source>
        <translation>من دونه تكون كلمة المرور مقروءة في الطريق، لذلك لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>Choose the port for TLS: 993 for IMAP, 465 for SMTP.</source>
        <translation>اختر منفذ TLS: ‏993 لـ IMAP و465 لـ SMTP.</translation>
    </message>
    <message>
        <source>%1 offers STARTTLS, but refuses it.</source>
        <translation>يقدّم %1 ‏STARTTLS لكنه يرفضه.</translation>
    </message>
    <message>
        <source>Its certificate is often missing or cannot be read.</source>
        <translation>كثيرًا ما تكون شهادته ناقصة أو غير مقروءة.</translation>
    </message>
    <message>
        <source>Look at the mail server&apos;s log.</source>
        <translation>انظر في سجل خادم البريد.</translation>
    </message>
    <message>
        <source>Somebody slipped bytes in before the encryption with %1 began.</source>
        <translation>دسّ أحد بيانات قبل بدء التعمية مع %1.</translation>
    </message>
    <message>
        <source>The server is broken, or somebody on the way is tampering with the connection.</source>
        <translation>الخادم معطوب، أو يعبث أحد بالاتصال في الطريق.</translation>
    </message>
    <message>
        <source>Do not log in over this network before this is explained.</source>
        <translation>لا تسجل الدخول عبر هذه الشبكة قبل توضيح ذلك.</translation>
    </message>
    <message>
        <source>%1 accepts passwords without TLS.</source>
        <translation>يقبل %1 كلمات المرور دون TLS.</translation>
    </message>
    <message>
        <source>A program that forgets TLS would send its password readable.</source>
        <translation>برنامج ينسى TLS سيرسل كلمة مروره مقروءة.</translation>
    </message>
    <message>
        <source>Let the mail server refuse logins before TLS.</source>
        <translation>اجعل خادم البريد يرفض تسجيل الدخول قبل TLS.</translation>
    </message>
    <message>
        <source>%1 accepts no logins here.</source>
        <translation>لا يقبل %1 تسجيل الدخول هنا.</translation>
    </message>
    <message>
        <source>It allows them only with encryption, or not at all (LOGINDISABLED).</source>
        <translation>لا يسمح به إلا مع التعمية، أو لا يسمح به أبدًا (LOGINDISABLED).</translation>
    </message>
    <message>
        <source>%1 offers no login (SMTP AUTH).</source>
        <translation>لا يقدّم %1 تسجيل دخول (SMTP AUTH).</translation>
    </message>
    <message>
        <source>The port is often the one for mail between servers (25), or logins are switched off.</source>
        <translation>كثيرًا ما يكون منفذ البريد بين الخوادم (25)، أو تسجيل الدخول معطّل.</translation>
    </message>
    <message>
        <source>Use the port for sending, 465 or 587, or have SMTP AUTH switched on.</source>
        <translation>استخدم منفذ الإرسال 465 أو 587، أو اطلب تفعيل SMTP AUTH.</translation>
    </message>
    <message>
        <source>%1 offers no way to log in with a password that is known here.</source>
        <translation>لا يقدّم %1 طريقة دخول بكلمة مرور معروفة هنا.</translation>
    </message>
    <message>
        <source>Have PLAIN, LOGIN or SCRAM-SHA-256 switched on at the server.</source>
        <translation>اطلب تفعيل PLAIN أو LOGIN أو SCRAM-SHA-256 في الخادم.</translation>
    </message>
    <message>
        <source>%1 accepts OAuth only, no passwords.</source>
        <translation>لا يقبل %1 إلا OAuth، لا كلمات المرور.</translation>
    </message>
    <message>
        <source>The provider has switched logins with passwords off.</source>
        <translation>عطّل المزوّد الدخول بكلمة المرور.</translation>
    </message>
    <message>
        <source>Use an app password, if the provider has them, or have passwords allowed for this mailbox.</source>
        <translation>استخدم كلمة مرور تطبيق إن وُجدت، أو اطلب السماح بكلمات المرور لهذا الصندوق.</translation>
    </message>
    <message>
        <source>%1 refuses the user name or the password.</source>
        <translation>يرفض %1 اسم المستخدم أو كلمة المرور.</translation>
    </message>
    <message>
        <source>One of them is wrong, or the provider wants an app password.</source>
        <translation>أحدهما خطأ، أو يريد المزوّد كلمة مرور تطبيق.</translation>
    </message>
    <message>
        <source>Check both; the user name is often the whole e-mail address. With two-factor login create an app password.</source>
        <translation>تحقق من كليهما؛ كثيرًا ما يكون اسم المستخدم عنوان البريد كاملًا. مع الدخول بعاملين أنشئ كلمة مرور تطبيق.</translation>
    </message>
    <message>
        <source>%1 wants an app password.</source>
        <translation>يريد %1 كلمة مرور تطبيق.</translation>
    </message>
    <message>
        <source>The account is protected with a second factor, and its usual password does not work for mail programs.</source>
        <translation>الحساب محمي بعامل ثانٍ، وكلمة مروره المعتادة لا تصلح لبرامج البريد.</translation>
    </message>
    <message>
        <source>Create an app password at the provider and use it here.</source>
        <translation>أنشئ كلمة مرور تطبيق لدى المزوّد واستخدمها هنا.</translation>
    </message>
    <message>
        <source>%1 does not let this mailbox log in this way.</source>
        <translation>لا يسمح %1 لهذا الصندوق بالدخول بهذه الطريقة.</translation>
    </message>
    <message>
        <source>The provider or the administrator has switched it off.</source>
        <translation>عطّلها المزوّد أو المدير.</translation>
    </message>
    <message>
        <source>Have it switched on for this mailbox.</source>
        <translation>اطلب تفعيلها لهذا الصندوق.</translation>
    </message>
    <message>
        <source>%1 cannot check the login just now.</source>
        <translation>لا يستطيع %1 التحقق من الدخول الآن.</translation>
    </message>
    <message>
        <source>The server is overloaded, limits logins, or its user database is away.</source>
        <translation>الخادم مثقل، أو يحدّ من الدخول، أو قاعدة مستخدميه غائبة.</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>حاول مجددًا بعد بضع دقائق.</translation>
    </message>
    <message>
        <source>%1 did not prove that it knows the password.</source>
        <translation>لم يثبت %1 أنه يعرف كلمة المرور.</translation>
    </message>
    <message>
        <source>It may not be the server it claims to be.</source>
        <translation>قد لا يكون الخادم الذي يدّعيه.</translation>
    </message>
    <message>
        <source>Do not log in before this is explained.</source>
        <translation>لا تسجل الدخول قبل توضيح ذلك.</translation>
    </message>
    <message>
        <source>The folders could not be listed.</source>
        <translation>تعذّر سرد المجلدات.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words; the mailbox may be damaged or not set up yet.</source>
        <translation>اقرأ كلام الخادم؛ قد يكون الصندوق تالفًا أو لم يُنشأ بعد.</translation>
    </message>
    <message>
        <source>The server does not tell how full the mailbox is.</source>
        <translation>لا يقول الخادم كم امتلأ الصندوق.</translation>
    </message>
    <message>
        <source>The mailbox is nearly full.</source>
        <translation>الصندوق ممتلئ تقريبًا.</translation>
    </message>
    <message>
        <source>Delete mail, or get more room.</source>
        <translation>احذف بريدًا، أو احصل على مساحة أكبر.</translation>
    </message>
    <message>
        <source>The mailbox is full.</source>
        <translation>الصندوق ممتلئ.</translation>
    </message>
    <message>
        <source>New messages are refused.</source>
        <translation>تُرفض الرسائل الجديدة.</translation>
    </message>
    <message>
        <source>%1 refuses the sender&apos;s address.</source>
        <translation>يرفض %1 عنوان المرسل.</translation>
    </message>
    <message>
        <source>The login may not send as this address.</source>
        <translation>لا يحق لهذا الحساب الإرسال بهذا العنوان.</translation>
    </message>
    <message>
        <source>Check the e-mail address; it has to belong to the login.</source>
        <translation>تحقق من العنوان؛ يجب أن يكون للحساب.</translation>
    </message>
    <message>
        <source>%1 refuses the recipient.</source>
        <translation>يرفض %1 المستلم.</translation>
    </message>
    <message>
        <source>Check the e-mail address.</source>
        <translation>تحقق من عنوان البريد.</translation>
    </message>
    <message>
        <source>%1 does not take the message just now.</source>
        <translation>لا يأخذ %1 الرسالة الآن.</translation>
    </message>
    <message>
        <source>It asks to try again later, as greylisting does with unknown senders.</source>
        <translation>يطلب المحاولة لاحقًا، كما تفعل القوائم الرمادية مع مرسلين مجهولين.</translation>
    </message>
    <message>
        <source>Try again in some minutes. Clients that log in should not be greylisted; ask who runs the server.</source>
        <translation>حاول بعد دقائق. من يسجل الدخول لا ينبغي أن يصيبه ذلك؛ اسأل من يدير الخادم.</translation>
    </message>
    <message>
        <source>%1 refuses the message.</source>
        <translation>يرفض %1 الرسالة.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words.</source>
        <translation>اقرأ كلام الخادم.</translation>
    </message>
    <message>
        <source>Nobody knows whether %1 took the message.</source>
        <translation>لا يُعرف هل أخذ %1 الرسالة.</translation>
    </message>
    <message>
        <source>It was sent, but the confirmation never came.</source>
        <translation>أُرسلت، لكن التأكيد لم يأت.</translation>
    </message>
    <message>
        <source>Look whether it arrived before sending again.</source>
        <translation>انظر هل وصلت قبل إعادة الإرسال.</translation>
    </message>
    <message>
        <source>The test message did not arrive in time.</source>
        <translation>لم تصل رسالة الاختبار في الوقت.</translation>
    </message>
    <message>
        <source>It is still on its way, was filtered, or went to another folder.</source>
        <translation>ما زالت في الطريق، أو رُشّحت، أو ذهبت إلى مجلد آخر.</translation>
    </message>
    <message>
        <source>Look for it by its subject, and into the mail server&apos;s log.</source>
        <translation>ابحث عنها بموضوعها، وفي سجل خادم البريد.</translation>
    </message>
    <message>
        <source>The test message arrived among junk mail.</source>
        <translation>وصلت رسالة الاختبار بين البريد غير الهام.</translation>
    </message>
    <message>
        <source>Check the spam filter, and SPF, DKIM and DMARC of the domain.</source>
        <translation>تحقق من المرشّح، ومن SPF وDKIM وDMARC للنطاق.</translation>
    </message>
    <message>
        <source>The test message could not be deleted.</source>
        <translation>تعذّر حذف رسالة الاختبار.</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>احذفها يدويًا.</translation>
    </message>
    <message>
        <source>%1 This took long.</source>
        <translation>%1 استغرق هذا طويلًا.</translation>
    </message>
    <message>
        <source>The server or the network is slow.</source>
        <translation>الخادم أو الشبكة بطيء.</translation>
    </message>
    <message>
        <source>If it stays so, look at the load of the server, and at its name service: many servers look up who connects.</source>
        <translation>إن استمر فانظر حمل الخادم وخدمة أسمائه: كثير من الخوادم تبحث عمن يتصل.</translation>
    </message>
    <message>
        <source>The time for the diagnosis was over.</source>
        <translation>انتهى وقت التشخيص.</translation>
    </message>
    <message>
        <source>This failed.</source>
        <translation>فشل هذا.</translation>
    </message>
    <message>
        <source>Read the server&apos;s words, and its log.</source>
        <translation>اقرأ كلام الخادم وسجله.</translation>
    </message>
    <message>
        <source>The server offers %1 extensions.</source>
        <translation>يقدّم الخادم %1 إضافة.</translation>
    </message>
    <message>
        <source>Logged in with %1.</source>
        <translation>سُجّل الدخول بـ %1.</translation>
    </message>
    <message>
        <source>There are %1 folders.</source>
        <translation>توجد %1 مجلدات.</translation>
    </message>
    <message>
        <source>The mailbox has no limit.</source>
        <translation>ليس للصندوق حد.</translation>
    </message>
    <message>
        <source>%1 percent of the mailbox are used.</source>
        <translation>استُخدم %1 بالمئة من الصندوق.</translation>
    </message>
    <message>
        <source>Google wants an app password: switch 2-Step Verification on, then create one at https://myaccount.google.com/apppasswords.</source>
        <translation>تريد Google كلمة مرور تطبيق: فعّل التحقق بخطوتين، ثم أنشئ واحدة في https://myaccount.google.com/apppasswords.</translation>
    </message>
    <message>
        <source>Microsoft has switched passwords off for most mailboxes. For sending, an administrator of Microsoft 365 can allow authenticated SMTP for a mailbox; reading needs OAuth.</source>
        <translation>عطّلت Microsoft كلمات المرور لمعظم الصناديق. للإرسال يستطيع مدير Microsoft 365 السماح بـ SMTP المصادق؛ والقراءة تحتاج OAuth.</translation>
    </message>
    <message>
        <source>Yahoo and AOL want an app password: create one under Account security.</source>
        <translation>تريد Yahoo وAOL كلمة مرور تطبيق: أنشئها في أمان الحساب.</translation>
    </message>
    <message>
        <source>Apple wants an app-specific password: create one at https://account.apple.com. The user name of IMAP is the part before the @.</source>
        <translation>تريد Apple كلمة مرور خاصة بالتطبيق: أنشئها في https://account.apple.com. اسم مستخدم IMAP هو الجزء قبل @.</translation>
    </message>
    <message>
        <source>GMX and WEB.DE: switch on access by IMAP in the settings of the mailbox (POP3/IMAP); with two-factor login create an app password.</source>
        <translation>GMX وWEB.DE: فعّل الوصول عبر IMAP في إعدادات الصندوق (POP3/IMAP)؛ ومع الدخول بعاملين أنشئ كلمة مرور تطبيق.</translation>
    </message>
    <message>
        <source>Fastmail wants an app password: create one under Privacy &amp; Security.</source>
        <translation>تريد Fastmail كلمة مرور تطبيق: أنشئها في Privacy &amp; Security.</translation>
    </message>
    <message>
        <source>Zoho: switch on access by IMAP in the settings of the mailbox; with two-factor login create an app password.</source>
        <translation>Zoho: فعّل الوصول عبر IMAP في إعدادات الصندوق؛ ومع الدخول بعاملين أنشئ كلمة مرور تطبيق.</translation>
    </message>
    <message>
        <source>Switch on access by mail programs in the settings of the mailbox, and create an app password.</source>
        <translation>فعّل وصول برامج البريد في إعدادات الصندوق، وأنشئ كلمة مرور تطبيق.</translation>
    </message>
    <message>
        <source>Proton needs Proton Mail Bridge on this computer; use the password that Bridge shows.</source>
        <translation>يحتاج Proton إلى Proton Mail Bridge على هذا الحاسوب؛ استخدم كلمة المرور التي يعرضها.</translation>
    </message>
    <message>
        <source>Connected to %1.</source>
        <translation>متصل بـ %1.</translation>
    </message>
    <message>
        <source>Nothing listens at %1; that does not matter.</source>
        <translation>لا شيء يستمع على %1؛ ولا يهم ذلك.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 هو %2.</translation>
    </message>
    <message>
        <source>%1 with %2; the certificate is good.</source>
        <translation>%1 مع %2؛ الشهادة سليمة.</translation>
    </message>
    <message>
        <source>The server took the message.</source>
        <translation>أخذ الخادم الرسالة.</translation>
    </message>
    <message>
        <source>It arrived.</source>
        <translation>وصلت.</translation>
    </message>
    <message>
        <source>It is deleted again.</source>
        <translation>حُذفت مجددًا.</translation>
    </message>
    <message>
        <source>This needs a login to both servers.</source>
        <translation>يلزم تسجيل الدخول إلى الخادمين.</translation>
    </message>
    <message>
        <source>This needs the e-mail address of the mailbox.</source>
        <translation>يلزم عنوان بريد الصندوق.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>لم يُرسل شيء.</translation>
    </message>
    <message>
        <source>The server names no limit for the size of messages.</source>
        <translation>لا يذكر الخادم حدًا لحجم الرسائل.</translation>
    </message>
    <message>
        <source>Messages may have %1 bytes.</source>
        <translation>يجوز أن يكون للرسالة %1 بايت.</translation>
    </message>
    <message>
        <source>Diagnosis of mail servers</source>
        <translation>تشخيص خوادم البريد</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>نص المحادثة</translation>
    </message>
    <message>
        <source>Choose TLS or STARTTLS; where it is chosen, have logins with passwords switched on for this mailbox.</source>
        <translation>اختر TLS أو STARTTLS؛ وإن كان مختارًا فاطلب تفعيل تسجيل الدخول بكلمة المرور لهذا الصندوق.</translation>
    </message>
    <message>
        <source>The redirect URI &quot;%1&quot; cannot be used: %2</source>
        <translation>لا يمكن استعمال عنوان إعادة التوجيه «%1»: %2</translation>
    </message>
    <message>
        <source>it must have 1 to 512 characters.</source>
        <translation>يجب أن يتكوّن من 1 إلى 512 حرفًا.</translation>
    </message>
    <message>
        <source>it must not have a fragment (#).</source>
        <translation>يجب ألا يحتوي على جزء (#).</translation>
    </message>
    <message>
        <source>it holds a character that a URI must percent-encode.</source>
        <translation>يحتوي على حرف يجب ترميزه بعلامة النسبة المئوية.</translation>
    </message>
    <message>
        <source>it must look like https://host/path.</source>
        <translation>يجب أن يكون على شكل https://host/path.</translation>
    </message>
    <message>
        <source>it must not hold a user name.</source>
        <translation>يجب ألا يحتوي على اسم مستخدم.</translation>
    </message>
    <message>
        <source>its host must be a lower-case DNS name, 127.0.0.1 or [::1].</source>
        <translation>يجب أن يكون مضيفه اسم DNS بحروف صغيرة أو 127.0.0.1 أو [::1].</translation>
    </message>
    <message>
        <source>its path must not hold &quot;.&quot; or &quot;..&quot; segments.</source>
        <translation>يجب ألا يحتوي مساره على الجزأين «.» أو «..».</translation>
    </message>
    <message>
        <source>http is allowed for 127.0.0.1, [::1] and localhost only; use https.</source>
        <translation>لا يُسمح بـ http إلا مع 127.0.0.1 و[::1] وlocalhost؛ استعمل https.</translation>
    </message>
    <message>
        <source>its scheme is neither https nor that of a known desktop client.</source>
        <translation>مخططه ليس https ولا مخطط عميل سطح مكتب معروف.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 has no closing quote.</source>
        <translation>%1، السطر %2: قيمة %3 بلا علامة اقتباس ختامية.</translation>
    </message>
    <message>
        <source>%1 line %2: the value of %3 goes on behind its closing quote.</source>
        <translation>%1، السطر %2: قيمة %3 تستمر بعد علامة الاقتباس الختامية.</translation>
    </message>
    <message>
        <source>%1 line %2: expected NAME=value.</source>
        <translation>%1، السطر %2: المتوقع هو NAME=value.</translation>
    </message>
    <message>
        <source>%1 is not standard base64 (it has the &apos;-&apos; or &apos;_&apos; of the URL-safe form): write &apos;+&apos; and &apos;/&apos; instead, or make a new key with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 ليس base64 قياسيًا (فيه &apos;-&apos; أو &apos;_&apos; من صيغة العناوين): اكتب &apos;+&apos; و&apos;/&apos; بدلًا منهما، أو أنشئ مفتاحًا جديدًا بالأمر &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 is not base64 (44 characters that end in &apos;=&apos; are expected); make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 ليس base64 (المتوقع 44 حرفًا تنتهي بـ &apos;=&apos;)؛ أنشئ مفتاحًا بالأمر &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 holds %2 bytes, but the key must have %3; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>في %1 عدد من البايتات هو %2، لكن المفتاح يجب أن يكون %3؛ أنشئ مفتاحًا بالأمر &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>%1 is one byte repeated, which is no secret; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>%1 بايت واحد مكرر، وهذا ليس سرًّا؛ أنشئ مفتاحًا بالأمر &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS must be a list of NAME:KEY, separated by commas without spaces.</source>
        <translation>يجب أن يكون ENCRYPTION_KEYS قائمة من NAME:KEY تفصل بينها فواصل دون مسافات.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has a key without a usable name: give each 1 to 16 letters, digits, &apos;-&apos; or &apos;_&apos;.</source>
        <translation>في ENCRYPTION_KEYS مفتاح بلا اسم صالح: أعطِ كل مفتاح من 1 إلى 16 حرفًا أو رقمًا أو &apos;-&apos; أو &apos;_&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS, key &apos;%1&apos;,</source>
        <translation>المفتاح &apos;%1&apos; في ENCRYPTION_KEYS</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY is empty, but it seals every token; make one with &apos;mail_mcp keygen&apos;.</source>
        <translation>ENCRYPTION_KEY فارغ، لكنه يختم كل رمز؛ أنشئ مفتاحًا بالأمر &apos;mail_mcp keygen&apos;.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS has more than %1 keys; drop those whose tokens have all expired.</source>
        <translation>في ENCRYPTION_KEYS مفاتيح أكثر من %1؛ أزل ما انتهت صلاحية كل رموزه.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEYS names the key &apos;%1&apos; twice (&apos;default&apos; is the name of ENCRYPTION_KEY); give each key its own name.</source>
        <translation>يذكر ENCRYPTION_KEYS المفتاح &apos;%1&apos; مرتين (&apos;default&apos; هو اسم ENCRYPTION_KEY)؛ أعطِ كل مفتاح اسمًا خاصًا به.</translation>
    </message>
    <message>
        <source>There are already %1 keys, and a server takes no more. First remove the last ones of ENCRYPTION_KEYS, whose tokens have expired.</source>
        <translation>عدد المفاتيح بلغ %1، ولا يقبل الخادم أكثر من ذلك. أزل أولًا آخر مفاتيح ENCRYPTION_KEYS التي انتهت صلاحية رموزها.</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ليس ملفًا.</translation>
    </message>
    <message>
        <source>The file %1 belongs to another user, who knows the key and can change it. Make a copy that is yours alone: install -m 600 %1 NEW_FILE</source>
        <translation>الملف %1 ملك لمستخدم آخر يعرف المفتاح ويستطيع تغييره. أنشئ نسخة لك وحدك: install -m 600 %1 NEW_FILE</translation>
    </message>
    <message>
        <source>The file %1 can be used by others than its owner (mode %2), so the key in it may be known. Make it private: chmod 600 %1</source>
        <translation>يمكن لغير المالك استعمال الملف %1 (الأذونات %2)، فقد يكون المفتاح الذي فيه معروفًا. اجعله خاصًا: chmod 600 %1</translation>
    </message>
    <message>
        <source>The file %1 is too large for a file of keys.</source>
        <translation>الملف %1 أكبر من أن يكون ملف مفاتيح.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>لا يوجد ملف %1.</translation>
    </message>
    <message>
        <source>You may not read the file %1.</source>
        <translation>لا يحق لك قراءة الملف %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>لا يمكن قراءة الملف %1: %2.</translation>
    </message>
    <message>
        <source>That is too much text for keys.</source>
        <translation>هذا نص أطول من أن يكون مفاتيح.</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>The BASE_URL in %1 cannot be used. It must be the address of the server without a path, such as https://mail-mcp.example.com.</source>
        <translation>لا يمكن استعمال BASE_URL الموجود في %1. يجب أن يكون عنوان الخادم دون مسار، مثل https://mail-mcp.example.com.</translation>
    </message>
    <message>
        <source>The name is not valid UTF-8. Type it anew.</source>
        <translation>الاسم ليس UTF-8 صالحًا. اكتبه من جديد.</translation>
    </message>
    <message>
        <source>The redirect URIs are too long to fit into one client ID. Make a client for each program.</source>
        <translation>عناوين إعادة التوجيه أطول من أن يسعها معرّف عميل واحد. أنشئ عميلًا لكل برنامج.</translation>
    </message>
    <message>
        <source>The client could not be sealed with this key. Make or choose another one.</source>
        <translation>تعذّر ختم العميل بهذا المفتاح. أنشئ مفتاحًا آخر أو اختره.</translation>
    </message>
</context>
</TS>
