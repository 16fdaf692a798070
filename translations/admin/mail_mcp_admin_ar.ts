<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>admin::AuditEntry</name>
    <message>
        <source>Login</source>
        <translation>تسجيل دخول</translation>
    </message>
    <message>
        <source>Login refused: wrong password</source>
        <translation>رُفض الدخول: كلمة المرور خاطئة</translation>
    </message>
    <message>
        <source>Login refused: too many attempts</source>
        <translation>رُفض الدخول: محاولات كثيرة</translation>
    </message>
    <message>
        <source>Access granted</source>
        <translation>مُنح الوصول</translation>
    </message>
    <message>
        <source>A code was used twice: it leaked</source>
        <translation>استُعمل رمز مرتين: فقد تسرّب</translation>
    </message>
    <message>
        <source>Access renewed</source>
        <translation>جُدّد الوصول</translation>
    </message>
    <message>
        <source>An old token was used again: it leaked</source>
        <translation>استُعمل رمز وصول قديم ثانية: فقد تسرّب</translation>
    </message>
    <message>
        <source>Login ended by its client</source>
        <translation>أنهى العميل تسجيل دخوله</translation>
    </message>
    <message>
        <source>Login ended: the mail server refuses it</source>
        <translation>انتهى الدخول: خادم البريد يرفضه</translation>
    </message>
    <message>
        <source>Every login ended by the administrator</source>
        <translation>أنهى المدير كل عمليات الدخول</translation>
    </message>
    <message>
        <source>Call refused: it needs another permission</source>
        <translation>رُفض النداء: يحتاج إلى صلاحية أخرى</translation>
    </message>
    <message>
        <source>Client refused</source>
        <translation>رُفض العميل</translation>
    </message>
    <message>
        <source>Client revoked by the administrator</source>
        <translation>ألغى المدير العميل</translation>
    </message>
    <message>
        <source>Client allowed again by the administrator</source>
        <translation>سمح المدير بالعميل من جديد</translation>
    </message>
    <message>
        <source>Client registered itself</source>
        <translation>سجّل العميل نفسه</translation>
    </message>
    <message>
        <source>Mail sent</source>
        <translation>أُرسل بريد</translation>
    </message>
    <message>
        <source>Mail deleted</source>
        <translation>حُذف بريد</translation>
    </message>
    <message>
        <source>Mail moved</source>
        <translation>نُقل بريد</translation>
    </message>
    <message>
        <source>Attachment downloaded</source>
        <translation>نُزّل مرفق</translation>
    </message>
    <message>
        <source>Attachment downloaded from S3</source>
        <translation>نُزّل مرفق من S3</translation>
    </message>
    <message>
        <source>Download broken off</source>
        <translation>انقطع التنزيل</translation>
    </message>
    <message>
        <source>File uploaded</source>
        <translation>رُفع ملف</translation>
    </message>
    <message>
        <source>Upload refused</source>
        <translation>رُفض رفع ملف</translation>
    </message>
    <message>
        <source>Link refused: its access has ended</source>
        <translation>رُفض رابط: انتهى وصوله</translation>
    </message>
</context>
<context>
    <name>admin::AuditView</name>
    <message>
        <source>Audit log</source>
        <translation>سجل التدقيق</translation>
    </message>
    <message>
        <source>When</source>
        <translation>متى</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>مَن</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من أين</translation>
    </message>
    <message>
        <source>Who got in, who was kept out and what was sent is shown here while a server is watched through its socket.</source>
        <translation>من دخل ومن مُنع وما أُرسل يظهر هنا ما دام خادم يُراقَب عبر مقبسه.</translation>
    </message>
    <message>
        <source>No entry is like that.</source>
        <translation>لا قيد يطابق ذلك.</translation>
    </message>
    <message>
        <source>Search in the last entries</source>
        <translation>البحث في القيود الأخيرة</translation>
    </message>
    <message>
        <source>&amp;Only refusals and revocations</source>
        <translation>الرفض والإلغاء فقط (&amp;O)</translation>
    </message>
    <message>
        <source>All of the entry</source>
        <translation>القيد كله</translation>
    </message>
</context>
<context>
    <name>admin::CertificateDialog</name>
    <message>
        <source>It has expired.</source>
        <translation>انتهت صلاحيتها.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>لم تبدأ صلاحيتها بعد.</translation>
    </message>
    <message>
        <source>It is for other names than the host that was connected to.</source>
        <translation>هي لأسماء غير المضيف الذي جرى الاتصال به.</translation>
    </message>
    <message>
        <source>It is signed by itself, by no authority.</source>
        <translation>وقّعتها نفسها ولم توقّعها سلطة.</translation>
    </message>
    <message>
        <source>Its authority is unknown, or the server leaves out certificates in between.</source>
        <translation>سلطتها مجهولة، أو أن الخادم لا يرسل الشهادات الوسيطة.</translation>
    </message>
    <message>
        <source>It signed another certificate and must not.</source>
        <translation>وقّعت شهادة أخرى ولا يحق لها ذلك.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>أُلغيت.</translation>
    </message>
    <message>
        <source>It is not to be trusted: its signature or its key is too weak.</source>
        <translation>لا يوثق بها: توقيعها أو مفتاحها ضعيف جدًا.</translation>
    </message>
    <message>
        <source>Nothing is wrong with this certificate.</source>
        <translation>لا عيب في هذه الشهادة.</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>صاحبها: %1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>الأسماء: %1</translation>
    </message>
    <message>
        <source>Issuer: %1</source>
        <translation>المُصدر: %1</translation>
    </message>
    <message>
        <source>Valid from: %1</source>
        <translation>صالحة من: %1</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>صالحة حتى: %1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>المفتاح: %1</translation>
    </message>
    <message>
        <source>Certificates of the server</source>
        <translation>شهادات الخادم</translation>
    </message>
    <message>
        <source>Certificates, that of the server first</source>
        <translation>الشهادات، وشهادة الخادم أولًا</translation>
    </message>
    <message>
        <source>The certificate</source>
        <translation>الشهادة</translation>
    </message>
    <message>
        <source>&amp;Save as PEM…</source>
        <translation>حفظ بصيغة PEM (&amp;S)…</translation>
    </message>
    <message>
        <source>Save the certificates</source>
        <translation>حفظ الشهادات</translation>
    </message>
</context>
<context>
    <name>admin::CheckResults</name>
    <message>
        <source>right</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>مشكوك فيه</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>خاطئ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>ما شوهد</translation>
    </message>
    <message>
        <source>Results of the check</source>
        <translation>نتائج الفحص</translation>
    </message>
</context>
<context>
    <name>admin::ClientList</name>
    <message>
        <source>Clients that people have logged in through</source>
        <translation>العملاء الذين سُجّل الدخول عبرهم</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>مرات الدخول</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>آخر استعمال</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>أول ظهور</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Nobody has logged in yet.</source>
        <translation>لم يسجّل أحد الدخول بعد.</translation>
    </message>
    <message>
        <source>They are shown, and can be revoked, while a server is watched through its socket.</source>
        <translation>يظهرون هنا ويمكن إلغاؤهم ما دام خادم يُراقَب عبر مقبسه.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>إلغاء (&amp;R)</translation>
    </message>
    <message>
        <source>Allow a&amp;gain</source>
        <translation>السماح من جديد (&amp;G)</translation>
    </message>
    <message>
        <source>&amp;End every login…</source>
        <translation>إنهاء كل عمليات الدخول… (&amp;E)</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>مسموح</translation>
    </message>
    <message>
        <source>“%1” is revoked: neither it nor its logins get in any more. “Allow again” takes that back.</source>
        <translation>أُلغي «%1»: لا يدخل هو ولا ما سُجّل عبره بعد الآن. «السماح من جديد» يعيد ذلك.</translation>
    </message>
    <message>
        <source>“%1” is allowed again.</source>
        <translation>سُمح لـ«%1» من جديد.</translation>
    </message>
    <message>
        <source>Every login has ended. Everybody has to log in again.</source>
        <translation>انتهت كل عمليات الدخول. على الجميع تسجيل الدخول من جديد.</translation>
    </message>
</context>
<context>
    <name>admin::ClientPage</name>
    <message>
        <source>A client is the program that reads mail on behalf of people: Claude, ChatGPT, an editor. Mark those that may use it, and the most that people may allow them.

“Generate” makes a client_id and a client_secret. Nobody keeps them: the server opens the client_id with its key. Copy both now; the secret cannot be shown again.

The mail servers of the first page become part of the client. Whoever logs in through it reaches these servers and no others.</source>
        <translation>العميل هو البرنامج الذي يقرأ البريد نيابة عن الناس: Claude أو ChatGPT أو محرر. اختر من يجوز له استعماله وأقصى ما يمكن السماح به.

«إنشاء» يصنع client_id و client_secret. لا يحتفظ بهما أحد: يفتح الخادم client_id بمفتاحه. انسخهما الآن؛ لا يمكن عرض السر مرة أخرى.

تصبح خوادم البريد في الصفحة الأولى جزءًا من العميل. من يسجل الدخول به يصل إلى هذه الخوادم دون غيرها.</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>Choose who may connect and what for. The result is shown once and kept nowhere.</source>
        <translation>اختر من يجوز له الاتصال ولأي غرض. تُعرض النتيجة مرة واحدة ولا تُحفظ في أي مكان.</translation>
    </message>
    <message>
        <source>Programs that may use it</source>
        <translation>البرامج التي يجوز لها استعماله</translation>
    </message>
    <message>
        <source>Other &amp;redirect URIs, one a line:</source>
        <translation>عناوين URI أخرى لإعادة التوجيه، واحد في كل سطر (&amp;O):</translation>
    </message>
    <message>
        <source>The most that people may allow</source>
        <translation>أقصى ما يمكن السماح به</translation>
    </message>
    <message>
        <source>Ask the person before anything is sent or deleted</source>
        <translation>سؤال الشخص قبل إرسال أي شيء أو حذفه</translation>
    </message>
    <message>
        <source>Name and validity</source>
        <translation>الاسم والصلاحية</translation>
    </message>
    <message>
        <source>&amp;Name on the login page:</source>
        <translation>الاسم في صفحة الدخول (&amp;N):</translation>
    </message>
    <message>
        <source>may be empty</source>
        <translation>يجوز أن يكون فارغًا</translation>
    </message>
    <message>
        <source>&amp;Expires after:</source>
        <translation>تنتهي بعد (&amp;E):</translation>
    </message>
    <message>
        <source>never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source> days</source>
        <translation> يوم</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>عنوان الخادم (&amp;B):</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>مفتاح الخادم</translation>
    </message>
    <message>
        <source>Choose the &amp;key…</source>
        <translation>اختيار المفتاح (&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>إنشاء (&amp;G)</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends. It is written nowhere.</source>
        <translation>المفتاح «%1» في الذاكرة حتى ينتهي البرنامج. لا يُكتب في أي مكان.</translation>
    </message>
    <message>
        <source>No key yet. It is the ENCRYPTION_KEY of the server; without it nothing can be made that the server accepts.</source>
        <translation>لا مفتاح بعد. هو ENCRYPTION_KEY الخادم؛ وبدونه لا يمكن صنع شيء يقبله الخادم.</translation>
    </message>
    <message>
        <source>First choose the key of the server.</source>
        <translation>اختر مفتاح الخادم أولًا.</translation>
    </message>
    <message>
        <source>Mark a program, or type a redirect URI.</source>
        <translation>اختر برنامجًا أو اكتب عنوان URI لإعادة التوجيه.</translation>
    </message>
    <message>
        <source>Done. Copy both values now: the secret cannot be shown again.</source>
        <translation>تم. انسخ القيمتين الآن: لا يمكن عرض السر مرة أخرى.</translation>
    </message>
    <message>
        <source>The secret is forgotten.</source>
        <translation>نُسي السر.</translation>
    </message>
</context>
<context>
    <name>admin::ClientResult</name>
    <message>
        <source>The new client</source>
        <translation>العميل الجديد</translation>
    </message>
    <message>
        <source>&amp;client_id:</source>
        <translation>&amp;client_id:</translation>
    </message>
    <message>
        <source>client_&amp;secret:</source>
        <translation>client_&amp;secret:</translation>
    </message>
    <message>
        <source>How &amp;to connect:</source>
        <translation>طريقة الاتصال (&amp;A):</translation>
    </message>
    <message>
        <source>Program to be connected</source>
        <translation>البرنامج المراد وصله</translation>
    </message>
    <message>
        <source>Put the secret &amp;into the text</source>
        <translation>وضع السر في النص (&amp;I)</translation>
    </message>
    <message>
        <source>How to connect the program</source>
        <translation>طريقة وصل البرنامج</translation>
    </message>
    <message>
        <source>C&amp;opy this text</source>
        <translation>نسخ هذا النص (&amp;T)</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>نُسخ. تُفرَّغ الحافظة بعد دقيقة.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>I have &amp;both: forget the secret</source>
        <translation>لديّ الاثنان: انسَ السر (&amp;R)</translation>
    </message>
</context>
<context>
    <name>admin::ConnectPage</name>
    <message>
        <source>Type an e-mail address, or the host of a mail server, and press “Find”. Below each server stands who named it; everything can be changed.

“Test” looks at both servers at the same time, with exactly what stands on this page: name service, connection, encryption and certificates, what the servers can do, and, when user name and password are there, the login and the folders. Nothing in the mailbox is changed unless you ask for a test message.

Choose a step to see why it failed and what to do. Escape cancels. The password is kept nowhere.</source>
        <translation>اكتب عنوان بريد أو مضيف خادم بريد واضغط «بحث». تحت كل خادم يظهر من سمّاه، ويمكن تغيير كل شيء.

«اختبار» يفحص الخادمين في آن واحد بما في هذه الصفحة تمامًا: خدمة الأسماء والاتصال والتشفير والشهادات وقدرات الخادمين، وتسجيل الدخول والمجلدات إن وُجد اسم المستخدم وكلمة المرور. لا يتغير شيء في صندوق البريد إلا إذا طلبت رسالة اختبار.

اختر خطوة لترى سبب فشلها وما العمل. مفتاح Esc يلغي. لا تُحفظ كلمة المرور في أي مكان.</translation>
    </message>
    <message>
        <source>Mail servers</source>
        <translation>خوادم البريد</translation>
    </message>
    <message>
        <source>Find the servers of a mailbox and see whether everything works, step by step.</source>
        <translation>البحث عن خوادم صندوق بريد ورؤية هل يعمل كل شيء، خطوة بخطوة.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>E-&amp;mail address or server:</source>
        <translation>عنوان بريد أو خادم (&amp;G):</translation>
    </message>
    <message>
        <source>Fin&amp;d</source>
        <translation>بحث (&amp;I)</translation>
    </message>
    <message>
        <source>Also as&amp;k Thunderbird&apos;s database, which then learns the domain</source>
        <translation>سؤال قاعدة بيانات Thunderbird أيضًا، فتعرف النطاق (&amp;T)</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>اسم المستخدم (&amp;U):</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>كلمة المرور (&amp;W):</translation>
    </message>
    <message>
        <source>without it, the test ends before the login</source>
        <translation>بدونها ينتهي الاختبار قبل تسجيل الدخول</translation>
    </message>
    <message>
        <source>Send a test messa&amp;ge to this address, find it, and delete it</source>
        <translation>إرسال رسالة اختبار إلى هذا العنوان وإيجادها وحذفها (&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Record the conversation with the servers, without secrets</source>
        <translation>تسجيل المحادثة مع الخادمين، دون أسرار (&amp;R)</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>اختبار (&amp;L)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>إلغاء (&amp;J)</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>أُلغي.</translation>
    </message>
    <message>
        <source>Looking… %1</source>
        <translation>جارٍ البحث… %1</translation>
    </message>
    <message>
        <source>It answered just now.</source>
        <translation>أجاب للتو.</translation>
    </message>
    <message>
        <source>Nobody names mail servers for this address. Type them in below; the mail provider&apos;s help pages have them.</source>
        <translation>لا أحد يسمي خوادم بريد لهذا العنوان. اكتبها أدناه؛ تجدها في صفحات مساعدة مزود البريد.</translation>
    </message>
    <message>
        <source>Only one of the two servers was found. Type in the other one.</source>
        <translation>لم يُعثر إلا على أحد الخادمين. اكتب الآخر.</translation>
    </message>
    <message>
        <source>The mail servers were found.</source>
        <translation>عُثر على خوادم البريد.</translation>
    </message>
    <message>
        <source>The mail servers of %1 were found.</source>
        <translation>عُثر على خوادم بريد %1.</translation>
    </message>
    <message>
        <source>The name service, which anybody may have changed, names %1. Use it only if you know this host.</source>
        <translation>خدمة الأسماء، التي ربما غيّرها أي أحد، تسمي %1. لا تستعمله إلا إذا كنت تعرف هذا المضيف.</translation>
    </message>
    <message>
        <source>First type a host, or press “Find”.</source>
        <translation>اكتب مضيفًا أولًا أو اضغط «بحث».</translation>
    </message>
    <message>
        <source>A test message needs an e-mail address above, both servers, user name and password.</source>
        <translation>تحتاج رسالة الاختبار إلى عنوان بريد أعلاه والخادمين واسم المستخدم وكلمة المرور.</translation>
    </message>
</context>
<context>
    <name>admin::CopyField</name>
    <message numerus="yes">
        <source>Clear now (%n s)</source>
        <translation>
            <numerusform>تفريغ الآن (%n ث)</numerusform>
            <numerusform>تفريغ الآن (%n ث)</numerusform>
            <numerusform>تفريغ الآن (%n ث)</numerusform>
            <numerusform>تفريغ الآن (%n ث)</numerusform>
            <numerusform>تفريغ الآن (%n ث)</numerusform>
            <numerusform>تفريغ الآن (%n ث)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Clear the clipboard</source>
        <translation>تفريغ الحافظة</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>نسخ: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared after a minute.</source>
        <translation>نُسخ. تُفرَّغ الحافظة بعد دقيقة.</translation>
    </message>
</context>
<context>
    <name>admin::DiagnosisView</name>
    <message>
        <source>in progress</source>
        <translation>جارية</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>نجحت</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>تُركت</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 م.ث</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>ما حدث</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>خطوات الاختبار</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>تفاصيل الخطوة</translation>
    </message>
    <message>
        <source>Cert&amp;ificates…</source>
        <translation>الشهادات (&amp;A)…</translation>
    </message>
    <message>
        <source>Conversation…</source>
        <translation>المحادثة …</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>نسخ التقرير (&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;ave the report…</source>
        <translation>حفظ التقرير (&amp;S)…</translation>
    </message>
    <message>
        <source>Choose a step to see what it found out.</source>
        <translation>اختر خطوة لترى ما وجدته.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>السبب: %1</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>ما العمل: %1</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>يقول الخادم: %1</translation>
    </message>
    <message>
        <source>The conversation with the servers, without secrets</source>
        <translation>المحادثة مع الخادمين، دون أسرار</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>التقرير في الحافظة.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Web page (*.html);;Text (*.txt);;JSON (*.json)</source>
        <translation>صفحة ويب (*.html);;نص (*.txt);;JSON (*.json)</translation>
    </message>
    <message>
        <source>The report is in %1. Names of people are shortened in it.</source>
        <translation>التقرير في %1. أسماء الأشخاص مختصرة فيه.</translation>
    </message>
</context>
<context>
    <name>admin::Files</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>لا يمكن كتابة %1: %2</translation>
    </message>
</context>
<context>
    <name>admin::KeyCard</name>
    <message>
        <source>Key of the server</source>
        <translation>مفتاح الخادم</translation>
    </message>
    <message>
        <source>The &amp;key is</source>
        <translation>المفتاح (&amp;A)</translation>
    </message>
    <message>
        <source>typed each time</source>
        <translation>يُكتب كل مرة</translation>
    </message>
    <message>
        <source>in the settings file of the server</source>
        <translation>في ملف إعدادات الخادم</translation>
    </message>
    <message>
        <source>in a file of its own</source>
        <translation>في ملف خاص به</translation>
    </message>
    <message>
        <source>in the keychain of this desktop</source>
        <translation>في سلسلة مفاتيح سطح المكتب هذا</translation>
    </message>
    <message>
        <source>Where the key is</source>
        <translation>مكان المفتاح</translation>
    </message>
    <message>
        <source>Fil&amp;e:</source>
        <translation>الملف (&amp;C):</translation>
    </message>
    <message>
        <source>File with the key</source>
        <translation>ملف المفتاح</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>تصفح (&amp;D)…</translation>
    </message>
    <message>
        <source>U&amp;se this key</source>
        <translation>استعمال هذا المفتاح (&amp;U)</translation>
    </message>
    <message>
        <source>Keep it in the key&amp;chain</source>
        <translation>حفظه في سلسلة المفاتيح (&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Make a new key…</source>
        <translation>صنع مفتاح جديد (&amp;M)…</translation>
    </message>
    <message>
        <source>R&amp;otate the key…</source>
        <translation>تبديل المفتاح (&amp;O)…</translation>
    </message>
    <message>
        <source>The key “%1” is in memory until the program ends.</source>
        <translation>المفتاح «%1» في الذاكرة حتى ينتهي البرنامج.</translation>
    </message>
    <message>
        <source>There is no key in memory.</source>
        <translation>لا مفتاح في الذاكرة.</translation>
    </message>
    <message>
        <source>ENCRYPTION_KEY or ENCRYPTION_KEYS:</source>
        <translation>ENCRYPTION_KEY أو ENCRYPTION_KEYS:</translation>
    </message>
    <message>
        <source>The key is ready.</source>
        <translation>المفتاح جاهز.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has the key now.</source>
        <translation>المفتاح الآن في سلسلة مفاتيح سطح المكتب هذا.</translation>
    </message>
    <message>
        <source>First save the profile: the key is kept under its name.</source>
        <translation>احفظ الملف الشخصي أولًا: يُحفظ المفتاح باسمه.</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <source>Put it into the settings of a new server as ENCRYPTION_KEY, and into a safe: whoever has it can open every token of the server, and without it all clients have to be made anew.

A server that has clients already needs “Rotate the key” instead.

This program uses the new key from now on, until it ends.</source>
        <translation>ضعه في إعدادات خادم جديد باسم ENCRYPTION_KEY وفي خزانة آمنة: من يملكه يستطيع فتح كل رموز الخادم، وبدونه يجب صنع كل العملاء من جديد.

الخادم الذي له عملاء يحتاج بدلًا من ذلك إلى «تبديل المفتاح».

يستعمل هذا البرنامج المفتاح الجديد من الآن حتى ينتهي.</translation>
    </message>
    <message>
        <source>Rotate the key</source>
        <translation>تبديل المفتاح</translation>
    </message>
    <message>
        <source>Does the server have the new keys? Then new clients are made with them from now on.</source>
        <translation>هل لدى الخادم المفاتيح الجديدة؟ إذن يُصنع العملاء الجدد بها من الآن.</translation>
    </message>
    <message>
        <source>Use the new keys</source>
        <translation>استعمال المفاتيح الجديدة</translation>
    </message>
</context>
<context>
    <name>admin::Keychain</name>
    <message>
        <source>The keychain of this desktop cannot be used. Unlock it, or choose another place for the key.</source>
        <translation>لا يمكن استخدام سلسلة مفاتيح سطح المكتب هذا. افتح قفلها أو اختر مكانًا آخر للمفتاح.</translation>
    </message>
    <message>
        <source>The keychain of this desktop has no key for this profile.</source>
        <translation>لا تحتوي سلسلة مفاتيح سطح المكتب هذا على مفتاح لهذا الملف الشخصي.</translation>
    </message>
</context>
<context>
    <name>admin::KeysPage</name>
    <message>
        <source>A profile keeps what you typed about one mail service and its clients. Passwords, secrets and keys are never in it, so it can be exported and handed on.

The key is the ENCRYPTION_KEY of the server. It can be read from the server&apos;s settings file or a file of its own, which nobody else may be able to read; it can be kept in the keychain of this desktop, or be typed each time.

To change the key of a running server, use “Rotate the key”: it says step by step what to do, and clients that exist go on working.</source>
        <translation>يحفظ الملف الشخصي ما كتبته عن خدمة بريد وعملائها. لا توجد فيه كلمات مرور ولا أسرار ولا مفاتيح أبدًا، فيمكن تصديره وتسليمه.

المفتاح هو ENCRYPTION_KEY الخادم. يمكن قراءته من ملف إعدادات الخادم أو من ملف خاص به لا يجوز أن يقرأه غيرك؛ ويمكن حفظه في سلسلة مفاتيح سطح المكتب هذا أو كتابته كل مرة.

لتغيير مفتاح خادم يعمل استعمل «تبديل المفتاح»: يقول خطوة بخطوة ما العمل، ويستمر العملاء الموجودون في العمل.</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>الملفات الشخصية والمفاتيح</translation>
    </message>
    <message>
        <source>Keep what you typed for the next time, and say where the key of the server is.</source>
        <translation>احفظ ما كتبته للمرة القادمة، وقل أين مفتاح الخادم.</translation>
    </message>
</context>
<context>
    <name>admin::LinkFailure</name>
    <message>
        <source>The server is gone: nobody answers at %1 any more. It is looked for every two seconds; if it does not come back, read its log (journalctl -u mail-mcp).</source>
        <translation>اختفى الخادم: لم يعد أحد يجيب عند %1. يُبحث عنه كل ثانيتين؛ فإن لم يعد فاقرأ سجله (journalctl -u mail-mcp).</translation>
    </message>
    <message>
        <source>Nobody answers at %1. The server has ended and left its socket behind, or eight programs use it already. Start the server, or close one of them.</source>
        <translation>لا أحد يجيب عند %1. انتهى الخادم وترك مقبسه، أو تستعمله ثمانية برامج بالفعل. شغّل الخادم، أو أغلق أحدها.</translation>
    </message>
    <message>
        <source>There is no socket at %1. Is the server running on this computer, and is this the path in its setting ADMIN_SOCKET? Without that setting it has none.</source>
        <translation>لا مقبس عند %1. هل يعمل الخادم على هذا الحاسوب، وهل هذا هو المسار في إعداده ADMIN_SOCKET؟ بلا هذا الإعداد لا مقبس له.</translation>
    </message>
    <message>
        <source>You may not use the socket %1. It is for root, the server&apos;s own user and, with ADMIN_SOCKET_FOR=group, for its group: join that with “sudo usermod -aG mail-mcp %2”, log out of the desktop, and log in again.</source>
        <translation>لا يحق لك استعمال المقبس %1. هو لـ root ولمستخدم الخادم، ومع ADMIN_SOCKET_FOR=group لمجموعته: انضم إليها بالأمر «sudo usermod -aG mail-mcp %2»، ثم اخرج من سطح المكتب وادخل من جديد.</translation>
    </message>
    <message>
        <source>The server did not answer within five seconds. It may be overloaded or stuck: read its log, and restart it if need be.</source>
        <translation>لم يجب الخادم خلال خمس ثوانٍ. لعله مثقل أو معلق: اقرأ سجله، وأعد تشغيله إن لزم.</translation>
    </message>
    <message>
        <source>What answers there is no Mail MCP server, or one of another version than this program. Is this really its ADMIN_SOCKET?</source>
        <translation>ما يجيب هناك ليس خادم Mail MCP، أو هو من إصدار غير إصدار هذا البرنامج. أهذا حقًا مقبسه ADMIN_SOCKET؟</translation>
    </message>
    <message>
        <source>There are more clients than can be shown here. “mail_mcp clients list” shows all of them.</source>
        <translation>العملاء أكثر مما يمكن عرضه هنا. «mail_mcp clients list» يعرضهم جميعًا.</translation>
    </message>
    <message>
        <source>The server cannot read its list of clients: something is wrong with its state store (STATE_URL). Its state above says what.</source>
        <translation>لا يستطيع الخادم قراءة قائمة عملائه: ثمة خلل في مخزن حالته (STATE_URL). حالته أعلاه تقول ما هو.</translation>
    </message>
    <message>
        <source>The audit log of this server is not in a file. Set its AUDIT_LOG to the path of one, and restart it, to see it here.</source>
        <translation>سجل التدقيق لهذا الخادم ليس في ملف. اجعل AUDIT_LOG مسار ملف وأعد تشغيل الخادم لتراه هنا.</translation>
    </message>
    <message>
        <source>The last entries of the audit log are too long to be shown here. Read the file itself.</source>
        <translation>قيود سجل التدقيق الأخيرة أطول من أن تُعرض هنا. اقرأ الملف نفسه.</translation>
    </message>
    <message>
        <source>The server cannot read its audit log: the file is gone, or its user may not read it. Look at the file in its setting AUDIT_LOG.</source>
        <translation>لا يستطيع الخادم قراءة سجل تدقيقه: الملف مفقود، أو لا يحق لمستخدمه قراءته. انظر إلى الملف في إعداده AUDIT_LOG.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not know this client any more. Nobody is logged in through it.</source>
        <translation>لم يتغير شيء: لم يعد الخادم يعرف هذا العميل. لا أحد مسجل الدخول عبره.</translation>
    </message>
    <message>
        <source>Nothing was changed: you may not use the socket of the server any more. Ask whoever administers this computer.</source>
        <translation>لم يتغير شيء: لم يعد يحق لك استعمال مقبس الخادم. اسأل من يدير هذا الحاسوب.</translation>
    </message>
    <message>
        <source>It is not known whether anything was changed: the server did not answer within five seconds. The list shows it when it does.</source>
        <translation>لا يُعرف هل تغير شيء: لم يجب الخادم خلال خمس ثوانٍ. ستُظهر القائمة ذلك حين يجيب.</translation>
    </message>
    <message>
        <source>It was not changed: the server is gone, or cannot use its state store (STATE_URL). Try again when its state above is good.</source>
        <translation>لم يحدث التغيير: اختفى الخادم، أو لا يستطيع استعمال مخزن حالته (STATE_URL). حاول من جديد حين تصلح حالته أعلاه.</translation>
    </message>
    <message>
        <source>Nothing was changed: the server does not understand the request. Is it of the same version as this program?</source>
        <translation>لم يتغير شيء: لا يفهم الخادم الطلب. أهو من إصدار هذا البرنامج نفسه؟</translation>
    </message>
</context>
<context>
    <name>admin::MainWindow</name>
    <message>
        <source>Mail servers</source>
        <translation>خوادم البريد</translation>
    </message>
    <message>
        <source>New client</source>
        <translation>عميل جديد</translation>
    </message>
    <message>
        <source>Profiles and keys</source>
        <translation>الملفات الشخصية والمفاتيح</translation>
    </message>
    <message>
        <source>Running server</source>
        <translation>الخادم العامل</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ملف (&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>عرض (&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعدة (&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>اللغة (&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>المظهر (&amp;A)</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>مثل سطح المكتب (&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>فاتح (&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>داكن (&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save the profile</source>
        <translation>حفظ الملف الشخصي (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إنهاء (&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>مساعدة عن هذه الصفحة (&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Mail MCP</source>
        <translation>عن Mail MCP (&amp;A)</translation>
    </message>
    <message>
        <source>Mail MCP administration</source>
        <translation>إدارة Mail MCP</translation>
    </message>
    <message>
        <source>%1 – Mail MCP administration</source>
        <translation>%1 – إدارة Mail MCP</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Mail MCP %1

Mail for AI assistants: finds and tests mail servers, and makes the clients of a Mail MCP server.

Free software under the GNU General Public License, version 3 or later. Without any warranty.

Qt %2</source>
        <translation>Mail MCP %1

البريد لمساعدي الذكاء الاصطناعي: يبحث عن خوادم البريد ويختبرها، ويصنع عملاء خادم Mail MCP.

برنامج حر برخصة GNU العمومية، الإصدار 3 أو ما بعده. دون أي ضمان.

Qt %2</translation>
    </message>
    <message>
        <source>About Mail MCP</source>
        <translation>عن Mail MCP</translation>
    </message>
</context>
<context>
    <name>admin::MetricCharts</name>
    <message>
        <source>Requests a second</source>
        <translation>طلبات في الثانية</translation>
    </message>
    <message>
        <source>Milliseconds until the answer</source>
        <translation>ميلي ثانية حتى الجواب</translation>
    </message>
    <message>
        <source>Errors of the server</source>
        <translation>أخطاء الخادم</translation>
    </message>
    <message>
        <source>IMAP sessions in use</source>
        <translation>جلسات IMAP مستعملة</translation>
    </message>
    <message>
        <source>IMAP sessions kept warm</source>
        <translation>جلسات IMAP جاهزة</translation>
    </message>
    <message>
        <source>Calls that wait for one</source>
        <translation>نداءات تنتظر جلسة</translation>
    </message>
    <message>
        <source>Open connections</source>
        <translation>اتصالات مفتوحة</translation>
    </message>
    <message>
        <source>Clients that listen</source>
        <translation>عملاء يستمعون</translation>
    </message>
    <message>
        <source>Turned away by rate limits</source>
        <translation>طلبات ردّتها الحدود</translation>
    </message>
    <message>
        <source>The last two minutes</source>
        <translation>آخر دقيقتين</translation>
    </message>
</context>
<context>
    <name>admin::ProfileCard</name>
    <message>
        <source>Profiles (*.json)</source>
        <translation>الملفات الشخصية (*.json)</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>حفظ الملف الشخصي</translation>
    </message>
    <message>
        <source>Name of the profile:</source>
        <translation>اسم الملف الشخصي:</translation>
    </message>
    <message>
        <source>The profile “%1” is saved.</source>
        <translation>حُفظ الملف الشخصي «%1».</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>الملفات الشخصية</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>جديد (&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;ave</source>
        <translation>حفظ (&amp;S)</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>تكرار (&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>إعادة تسمية (&amp;R)…</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>حذف (&amp;T)</translation>
    </message>
    <message>
        <source>Un&amp;do deletion</source>
        <translation>تراجع عن الحذف (&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>استيراد (&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>تصدير (&amp;X)…</translation>
    </message>
    <message>
        <source>The profile “%1” is open.</source>
        <translation>الملف الشخصي «%1» مفتوح.</translation>
    </message>
    <message>
        <source>Rename the profile</source>
        <translation>إعادة تسمية الملف الشخصي</translation>
    </message>
    <message>
        <source>The profile “%1” is deleted. “Undo deletion” brings it back.</source>
        <translation>حُذف الملف الشخصي «%1». «تراجع عن الحذف» يعيده.</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>استيراد ملفات شخصية</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles are imported.</source>
        <translation>
            <numerusform>لم يُستورد أي ملف شخصي (%n).</numerusform>
            <numerusform>استُورد ملف شخصي واحد (%n).</numerusform>
            <numerusform>استُورد ملفان شخصيان (%n).</numerusform>
            <numerusform>استُوردت %n ملفات شخصية.</numerusform>
            <numerusform>استُورد %n ملفًا شخصيًا.</numerusform>
            <numerusform>استُورد %n ملف شخصي.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export profiles</source>
        <translation>تصدير الملفات الشخصية</translation>
    </message>
    <message>
        <source>All profiles are in %1. There are no secrets in it.</source>
        <translation>كل الملفات الشخصية في %1. لا أسرار فيه.</translation>
    </message>
</context>
<context>
    <name>admin::ProfileStore</name>
    <message>
        <source>%1 holds no profiles that can be read. It stays as it is; move it away to begin anew.</source>
        <translation>لا يحوي %1 ملفات شخصية يمكن قراءتها. يبقى كما هو؛ انقله لتبدأ من جديد.</translation>
    </message>
    <message>
        <source>There is no such profile any more.</source>
        <translation>لم يعد هذا الملف الشخصي موجودًا.</translation>
    </message>
    <message>
        <source>%1 holds no profiles of this program.</source>
        <translation>لا يحوي %1 ملفات شخصية لهذا البرنامج.</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>ملف شخصي جديد</translation>
    </message>
</context>
<context>
    <name>admin::SecretDialog</name>
    <message>
        <source>What to do</source>
        <translation>ما العمل</translation>
    </message>
</context>
<context>
    <name>admin::ServerCard</name>
    <message>
        <source>&amp;Stop watching</source>
        <translation>إيقاف المراقبة (&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>مراقبة (&amp;W)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>&amp;Address of the server:</source>
        <translation>عنوان الخادم (&amp;A):</translation>
    </message>
    <message>
        <source>&amp;Check my server</source>
        <translation>فحص خادمي (&amp;C)</translation>
    </message>
    <message>
        <source>Watch it &amp;through:</source>
        <translation>المراقبة عبر (&amp;T):</translation>
    </message>
    <message>
        <source>its socket on this computer</source>
        <translation>مقبسه على هذا الحاسوب</translation>
    </message>
    <message>
        <source>its address (metrics only)</source>
        <translation>عنوانه (القياسات فقط)</translation>
    </message>
    <message>
        <source>Watch it through</source>
        <translation>المراقبة عبر</translation>
    </message>
    <message>
        <source>Path of the socket (ADMIN_SOCKET)</source>
        <translation>مسار المقبس (ADMIN_SOCKET)</translation>
    </message>
</context>
<context>
    <name>admin::ServerCheck</name>
    <message>
        <source>The server does not answer: %1 Is it running, and does the proxy pass requests on to it?</source>
        <translation>الخادم لا يجيب: %1 هل يعمل، وهل يمرر الوكيل الطلبات إليه؟</translation>
    </message>
    <message>
        <source>The answer has the status %1 instead of %2. Does the proxy pass this path on?</source>
        <translation>حالة الجواب %1 بدل %2. هل يمرر الوكيل هذا المسار؟</translation>
    </message>
    <message>
        <source>It runs</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Something answers there, but it is not Mail MCP.</source>
        <translation>شيء ما يجيب هناك، لكنه ليس Mail MCP.</translation>
    </message>
    <message>
        <source>/health says ok.</source>
        <translation>يقول /health: ok.</translation>
    </message>
    <message>
        <source>The document has no “%1”. Does something else answer on this path?</source>
        <translation>ليس في المستند «%1». هل يجيب شيء آخر على هذا المسار؟</translation>
    </message>
    <message>
        <source>The server takes itself for %1 instead of %2. Set BASE_URL to the address that clients use.</source>
        <translation>يظن الخادم نفسه %1 بدل %2. اجعل BASE_URL العنوان الذي يستعمله العملاء.</translation>
    </message>
    <message>
        <source>It asks strangers to log in</source>
        <translation>يطلب من الغرباء تسجيل الدخول</translation>
    </message>
    <message>
        <source>The header WWW-Authenticate does not lead to the metadata of this server. Does the proxy remove or change it?</source>
        <translation>لا يقود الترويس WWW-Authenticate إلى البيانات الوصفية لهذا الخادم. هل يزيله الوكيل أو يغيره؟</translation>
    </message>
    <message>
        <source>401, and the way to the login is in the answer.</source>
        <translation>401، والطريق إلى تسجيل الدخول في الجواب.</translation>
    </message>
    <message>
        <source>Its clock is right</source>
        <translation>ساعته صحيحة</translation>
    </message>
    <message>
        <source>The answer has no date.</source>
        <translation>لا تاريخ في الجواب.</translation>
    </message>
    <message>
        <source>It differs from this computer&apos;s by %1 s.</source>
        <translation>تختلف عن ساعة هذا الحاسوب بمقدار %1 ث.</translation>
    </message>
    <message>
        <source>It describes its mailbox service</source>
        <translation>يصف خدمة صناديق البريد</translation>
    </message>
    <message>
        <source>It describes its login</source>
        <translation>يصف تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>admin::ServerFacts</name>
    <message>
        <source>The server that is watched</source>
        <translation>الخادم المراقَب</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Runs since</source>
        <translation>يعمل منذ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>غير جاهز</translation>
    </message>
    <message>
        <source>It cannot use its state store (STATE_URL), so that nobody logs in and nothing is sent: %1</source>
        <translation>لا يستطيع استعمال مخزن حالته (STATE_URL)، فلا أحد يسجل الدخول ولا يُرسل شيء: %1</translation>
    </message>
    <message>
        <source>This is another server than the one of the profile: its address is %1, and that of the profile is %2. Choose the ADMIN_SOCKET of the server that you mean, or correct the address.</source>
        <translation>هذا خادم غير خادم الملف الشخصي: عنوانه %1، وعنوان الملف الشخصي %2. اختر ADMIN_SOCKET الخادم الذي تقصده، أو صحح العنوان.</translation>
    </message>
</context>
<context>
    <name>admin::ServerForm</name>
    <message>
        <source>Reading mail (IMAP)</source>
        <translation>قراءة البريد (IMAP)</translation>
    </message>
    <message>
        <source>Sending mail (SMTP)</source>
        <translation>إرسال البريد (SMTP)</translation>
    </message>
    <message>
        <source>Hos&amp;t:</source>
        <comment>IMAP</comment>
        <translation>المضيف (&amp;D):</translation>
    </message>
    <message>
        <source>Ho&amp;st:</source>
        <comment>SMTP</comment>
        <translation>المضيف (&amp;O):</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <comment>IMAP</comment>
        <translation>المنفذ (&amp;P):</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <comment>SMTP</comment>
        <translation>المنفذ (&amp;B):</translation>
    </message>
    <message>
        <source>E&amp;ncryption:</source>
        <comment>IMAP</comment>
        <translation>التشفير (&amp;E):</translation>
    </message>
    <message>
        <source>En&amp;cryption:</source>
        <comment>SMTP</comment>
        <translation>التشفير (&amp;K):</translation>
    </message>
    <message>
        <source>IMAP host</source>
        <translation>مضيف IMAP</translation>
    </message>
    <message>
        <source>SMTP host</source>
        <translation>مضيف SMTP</translation>
    </message>
    <message>
        <source>IMAP port</source>
        <translation>منفذ IMAP</translation>
    </message>
    <message>
        <source>SMTP port</source>
        <translation>منفذ SMTP</translation>
    </message>
    <message>
        <source>IMAP encryption</source>
        <translation>تشفير IMAP</translation>
    </message>
    <message>
        <source>SMTP encryption</source>
        <translation>تشفير SMTP</translation>
    </message>
    <message>
        <source>TLS from the first byte</source>
        <translation>TLS من أول بايت</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS، إلزامي</translation>
    </message>
    <message>
        <source>Found:</source>
        <translation>ما عُثر عليه:</translation>
    </message>
    <message>
        <source>IMAP servers that were found</source>
        <translation>خوادم IMAP التي عُثر عليها</translation>
    </message>
    <message>
        <source>SMTP servers that were found</source>
        <translation>خوادم SMTP التي عُثر عليها</translation>
    </message>
</context>
<context>
    <name>admin::ServerPage</name>
    <message>
        <source>Running server</source>
        <translation>الخادم العامل</translation>
    </message>
    <message>
        <source>That is no address of a server. It begins with https://, and nothing but a path may follow the host.</source>
        <translation>هذا ليس عنوان خادم. يبدأ بـ https:// ولا يجوز أن يتبع المضيف إلا مسار.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>أُلغي.</translation>
    </message>
    <message>
        <source>The server is set up right.</source>
        <translation>الخادم مُعدّ كما يجب.</translation>
    </message>
    <message numerus="yes">
        <source>%n things are not right. See below.</source>
        <translation>
            <numerusform>لا أخطاء (%n).</numerusform>
            <numerusform>أمر واحد ليس صحيحًا (%n). انظر أدناه.</numerusform>
            <numerusform>أمران ليسا صحيحين (%n). انظر أدناه.</numerusform>
            <numerusform>%n أمور ليست صحيحة. انظر أدناه.</numerusform>
            <numerusform>%n أمرًا ليس صحيحًا. انظر أدناه.</numerusform>
            <numerusform>%n أمر ليس صحيحًا. انظر أدناه.</numerusform>
        </translation>
    </message>
    <message>
        <source>“Check my server” looks at a running Mail MCP server from outside, as a client does: whether it runs, knows its own address, asks strangers to log in, and has the right time.

“Watch” asks the server every two seconds how it is. Through its socket (ADMIN_SOCKET) it shows everything, and clients can be revoked; that works on the server&apos;s own computer, for members of its group. Through its address it shows the metrics alone, where METRICS_FROM allows it.

A server on another computer can be watched through its socket, too: “ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST” brings it here as /tmp/mail-mcp.sock.

A client that is revoked gets in no more, and neither do its logins, until it is allowed again. To end every login cannot be undone: everybody has to log in again.</source>
        <translation>«فحص خادمي» ينظر إلى خادم Mail MCP عامل من الخارج كما يفعل العميل: هل يعمل، ويعرف عنوانه، ويطلب من الغرباء تسجيل الدخول، ووقته صحيح.

«مراقبة» تسأل الخادم كل ثانيتين عن حاله. عبر مقبسه (ADMIN_SOCKET) يُظهر كل شيء، ويمكن إلغاء العملاء؛ وهذا على حاسوب الخادم لأعضاء مجموعته. وعبر عنوانه يُظهر القياسات وحدها حيث يسمح METRICS_FROM.

ويمكن أيضًا مراقبة خادم على حاسوب آخر عبر مقبسه: الأمر «ssh -N -L /tmp/mail-mcp.sock:/run/mail-mcp/admin.sock root@HOST» يأتي به إلى هنا باسم /tmp/mail-mcp.sock.

العميل الملغى لا يدخل بعد ذلك ولا ما سُجّل عبره، إلى أن يُسمح له من جديد. أما إنهاء كل عمليات الدخول فلا رجعة فيه: على الجميع تسجيل الدخول من جديد.</translation>
    </message>
    <message>
        <source>See whether a server is set up right, what it is doing and who uses it, and revoke clients.</source>
        <translation>انظر هل إعداد الخادم صحيح، وماذا يفعل ومن يستعمله، وألغِ العملاء.</translation>
    </message>
    <message>
        <source>Through the address of a server only its metrics can be seen. Choose “its socket on this computer” above.</source>
        <translation>عبر عنوان الخادم لا تُرى إلا قياساته. اختر أعلاه «مقبسه على هذا الحاسوب».</translation>
    </message>
    <message>
        <source>Connected to Mail MCP %1.</source>
        <translation>متصل بـ Mail MCP %1.</translation>
    </message>
    <message>
        <source>End every login</source>
        <translation>إنهاء كل عمليات الدخول</translation>
    </message>
    <message>
        <source>Everybody who is logged in through any client has to log in again. This cannot be undone.</source>
        <translation>على كل من سجل الدخول عبر أي عميل أن يسجله من جديد. لا يمكن التراجع عن هذا.</translation>
    </message>
    <message>
        <source>&amp;End every login</source>
        <translation>إنهاء كل عمليات الدخول (&amp;E)</translation>
    </message>
</context>
<context>
    <name>admin::ServerWatch</name>
    <message>
        <source>The server does not answer: %1</source>
        <translation>الخادم لا يجيب: %1</translation>
    </message>
    <message>
        <source>The server does not show its metrics here (status %1). Look at them on its own computer, or allow this one in its setting METRICS_FROM.</source>
        <translation>لا يعرض الخادم قياساته هنا (الحالة %1). انظر إليها على حاسوبه، أو اسمح لهذا الحاسوب في إعداده METRICS_FROM.</translation>
    </message>
</context>
<context>
    <name>admin::TextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ (&amp;C)</translation>
    </message>
</context>
</TS>
