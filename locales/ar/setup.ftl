### Files that hold the settings of a mail service, below a table of settings.

# What unfolds. $service: name of the mail service, such as “Email Pro”.
setup-title = إعداد هذا الجهاز: { $service }
# Below it.
setup-text = تحتوي هذه الملفات على إعدادات الجدول فلا تحتاج إلى كتابتها. وليس فيها أي كلمة مرور.
# Heading of the files for the reader’s own phone or computer.
setup-device = لهذا الجهاز
# Heading of the files for whoever runs the domain of the addresses, such as example.com.
setup-domain = لنطاقك الخاص
# Button where a value such as the server number is not known yet; leads to its field.
setup-first = أدخل قيمتك أولًا
# The label of a field.
setup-address = عنوان بريدك الإلكتروني
# Below that field.
setup-address-note = يُستخدم فقط في الملفات التي تُنشأ في هذه الصفحة، ولا يُحفظ ولا يُرسل. ويحتاج إليه رمز QR.
setup-apple = ملف تعريف لأجهزة iPhone وiPad وMac
setup-apple-note = افتح الملف على الجهاز ثم اسمح بملف التعريف من إعداداته. يسألك الجهاز عمّا ينقص، مثل كلمة المرور، ويذكر أن ملف التعريف غير موقَّع.
# After the note above, where a server uses STARTTLS.
setup-apple-starttls = لا تعرف ملفات التعريف كلمة STARTTLS: يطلب هذا الملف اتصالًا مشفَّرًا، ويكتشف الجهاز نوعه بنفسه.
setup-qr = رمز QR لتطبيق Thunderbird على Android
setup-qr-note = امسحه في Thunderbird حيث تُستورَد الحسابات. لا تستطيع التطبيقات الأخرى قراءته.
# The description of the picture. $address: an e-mail address.
setup-qr-alt = رمز QR فيه إعدادات { $address }
setup-autoconfig = ملف Autoconfig لبرنامج Thunderbird
setup-autoconfig-note = ضعه على خادم الويب لنطاقك حيث يبحث عنه Thunderbird. لا يستطيع Thunderbird فتحه كملف.
setup-autodiscover = ملف Autodiscover لبرنامج Outlook
setup-autodiscover-note = ضعه على خادم الويب لنطاقك حيث تبحث عنه الإصدارات القديمة من Outlook لنظام Windows. أما الأحدث فقد لا تبحث عنه.
setup-dns = سجلات لمنطقة DNS
setup-dns-note = أضفها إلى منطقة نطاقك. تذكر الخوادم والمنافذ، ولا تذكر اسم المستخدم.
setup-json = الإعدادات بصيغة JSON
setup-json-note = لبرامجك الخاصة.
# At the end.
setup-none = لا يستورد تطبيق Gmail أيًّا من هذه الملفات: اكتب فيه ما في الجدول.
# Shown when a profile is installed.
setup-profile-text = يضيف حسابك في { $service }. لا يحتوي على كلمة مرور، بل يطلبها الجهاز.
