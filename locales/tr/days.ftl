# Okunan tarihler, yolculuklar ve sayılan günler.
# Her tarihin iki biçimi var: $until “29 Kasım 2025 Cumartesi”, $until_short “29 Kasım 2025”. Değerlere ek getirilmez.

days-ask =
    Günlerinizi sayabilirim. Son 6 aydaki her yolculuk için Moldova'ya hangi gün girip hangi gün çıktığınızı yazın. Örneğin: “3 Eylül'de girdim, 20 Ekim'de çıktım, 2 Kasım'da yeniden girdim, hâlâ buradayım”.
trips-read = Şöyle anladım:
trips-right = Doğru mu?
trips-correct = Lütfen yolculuklarınızı yeniden yazın: her girişin ve her çıkışın gününü.
trips-which = Hangi günün değişeceğinden emin değilim. Lütfen yanlış günü ve doğrusunu yazın, örneğin: “5 Eylül değil, 15 Eylül”.
trips-add = Lütfen öteki yolculuğu yazın: girdiğiniz günü ve çıktığınız günü.
trips-forgotten = Tarihlerinizi sildim.
trips-of-another = Günleri her seferinde yalnızca bir kişi için sayarım. Bu tarihler başka birine ait görünüyor; sizin yolculuklarınızı değiştirmedim. Başka biri için saymam gerekiyorsa önce bu tarihleri silin, sonra onun bütün yolculuklarını yazın.
trips-whose = Bu günlerin kime ait olduğundan emin değilim, bu yüzden hiçbir şeyi değiştirmedim. Hesapladığım yolculuklara aitse kendi ağzınızdan yazın, örneğin: “5 Ekim'de çıktım”. Başka biri için saymam gerekiyorsa önce bu tarihleri silin, sonra onun bütün yolculuklarını yazın.
date-impossible = “{ $quote }” takvimde olmayan bir gün. Lütfen tarihi kontrol edip bütün tarihleri yeniden yazın.
date-unclear = “{ $quote }” ile hangi günü kastettiğinizden emin değilim. Lütfen gün, ay ve yıl olarak yazın, örneğin 3 Eylül 2025.
length-no-date = “{ $quote }” yazdınız. Doğru sayabilmem için günün kendisi gerekli: Moldova'ya hangi gün girdiniz?
dates-what = “{ $quote }” tarihini okudum. O gün Moldova'ya girdiniz mi, yoksa çıktınız mı? Başka bir şeyse o gün ne olduğunu yazın.
missing-exit = { $entry_short } günü girdiniz, sonra bir daha girdiniz. Arada hangi gün çıktınız?
exit-no-entry = { $exit_short } tarihinde Moldova'dan çıktınız. Ondan önce hangi gün girmiştiniz?
exit-before-entry = { $exit_short } tarihli çıkış, { $entry_short } tarihli girişten önce görünüyor. Lütfen iki tarihi kontrol edip yeniden yazın.
before-the-law = Yalnızca { $since_short } ve sonrasındaki günleri sayabilirim.
citizenship-ask = Azerbaycan vatandaşları için günler farklı sayılır. Azerbaycan vatandaşı mısınız?
left-bank-ask = Seyahat belgesi olan ve ikameti Dinyester'in sol yakasında (Transdinyester bölgesi) kayıtlı bulunanlar için bir istisna var. Bu iki koşulun ikisi de sizin için geçerli mi?

trip-past = giriş { $entry_short }, çıkış { $exit_short } ({ $days } gün)
trip-open = giriş { $entry_short }, hâlâ Moldova'dasınız ({ $days }. gün)
trip-leaving = giriş { $entry_short }, hâlâ Moldova'dasınız, çıkış { $exit_short }
trip-planned = planlanan: giriş { $entry_short }, çıkış { $exit_short }
trip-planned-open = planlanan: giriş { $entry_short }

stay-until = { $until } gününe kadar kalabilirsiniz, o gün de dahil: { $left } gün daha.
stay-last-day = Kalabileceğiniz son gün bugün: { $until }.
stay-over = İzinli son gününüz { $until } idi. İzinli süreyi { $over } gün aşmış durumdasınız.
stay-no-day = { $entry } günü girdiğinizde kullanabileceğiniz gün kalmamıştı. İzinli süreyi { $over } gün aşmış durumdasınız.
stay-used = Son { $window } gün içinde { $used } gün kaldınız (sınır: { $limit } gün).
stay-used-last-entry = Son girişinizden bu yana { $used } gün kaldınız (sınır: { $limit } gün).
stay-then = Daha uzun kalırsanız: en geç { $until } günü kendi isteğinizle çıkarsanız ceza uygulanmaz. O günden sonra para cezası ve geri dönüş kararı (ülkeden çıkmanızı isteyen belge) verilebilir.
stay-avoidable = En geç { $until } günü kendi isteğinizle çıkarsanız ceza uygulanmaz.
stay-fine-due = { $min } ile { $max } lei arasında para cezası ve geri dönüş kararı (ülkeden çıkmanızı isteyen belge) verilebilir.
stay-fine-exempt = Süre aşımı cezası, seyahat belgesi olan ve ikameti Dinyester'in sol yakasında kayıtlı bulunan kişilere uygulanmaz. Kalış süresi yine de bitmiştir.
stay-under = { $until } gününe kadar bu, { $months } aydan az süre aşımı sayılır; sonrasında daha sıkı kurallar uygulanır.
stay-over-months = Süre aşımı { $months } aydan uzun sürdü ({ $months } aylık sınır: { $until_short }): 200/2010 sayılı Kanunun 9. ve 10. maddeleri uygulanır.
stay-leaving-late = { $exit } günü çıkarsanız { $over } gün gecikmiş olursunuz.
stay-leaving-in-time = { $exit } günü çıkarsanız süresinde çıkmış olursunuz.
stay-return = { $exit_short } günü çıkarsanız en erken { $from } günü geri gelip en fazla { $days } gün kalabilirsiniz; sürenin tamamını kullanmak için en erken { $full } günü gelmeniz gerekir.
stay-return-full = { $exit_short } günü çıkarsanız en erken { $from } günü geri gelip { $days } gün kalabilirsiniz.
stay-outside = Moldova dışındasınız. En erken { $from } günü girip en fazla { $days } gün kalabilirsiniz; sürenin tamamını kullanmak için en erken { $full } günü girmeniz gerekir.
stay-outside-full = Moldova dışındasınız. En erken { $from } günü girip { $days } gün kalabilirsiniz.
stay-past-over = { $entry_short } – { $exit_short } arasında izinli süreden { $over } gün fazla kaldınız.
stay-planned = { $entry_short } için planlanan yolculuk { $until } gününe kadar sürebilir ({ $days } gün).
stay-planned-over = { $entry_short } – { $exit_short } arası için planlanan yolculuk izinli süreyi { $over } gün aşar.
stay-planned-none = { $entry } günü kullanabileceğiniz gün olmaz: bu yolculuk için henüz erken.
stay-overlap = Bazı yolculuklarınızın tarihleri çakışıyor. Bunları birleştirdim; lütfen tarihleri kontrol edin.
stay-rule-window = Kural: herhangi bir { $window } günlük dönem içinde en fazla { $limit } gün; giriş günü de çıkış günü de sayılır. 200/2010 sayılı Kanun.
stay-rule-last-entry = Azerbaycan vatandaşları için kural: son girişten başlayarak { $limit } gün; giriş günü sayılır. 200/2010 sayılı Kanun.
stay-caution = Hesap, verdiğiniz tarihlere göredir. Oturma izniyle veya uzun süreli vizeyle geçen günler farklı sayılabilir. Kararı Sınır Polisi verir.

due-employment = Sözleşmenin bittiği gün: { $event_short }. Makama en geç { $due } günü bildirilmesi gerekir ({ $days } iş günü).
due-exam = { $event_short } günü yapılan başvurunun yanıtı { $due } gününe kadar beklenebilir ({ $days } iş günü).
due-permit = Oturma izninin kaybolduğu veya çalındığı gün: { $event_short }. Yenisi için en geç { $due } günü başvurun ({ $days } gün).
due-fine-free = İzinli son gününüz { $event_short } ise, en geç { $due } günü kendi isteğinizle çıktığınızda ceza uygulanmaz ({ $days } gün).
due-regime = İzinli son gününüz { $event_short } ise, süre aşımı { $due } gününe kadar { $months } aydan az sayılır.
due-return = Karar { $event_short } tarihliyse ve giriş yasağı yoksa en erken { $due } günü geri gelebilirsiniz ({ $days } tam gün); daha sonra çıktıysanız çıktığınız günden sayın.
due-office-day = O gün iş günü değil, ofis kapalı. En geç { $day } günü gidin.
due-passed = O gün geçti. Mümkün olduğunca çabuk gidin.
due-return-left = { $exit_short } günü çıktınız. Kararda giriş yasağı yoksa en erken { $due } günü geri gelebilirsiniz.
due-over = Bu gün geçti.
