# Elanlar lövhəsi üçün vərəq (çap olunur) və başqa söhbətlərə göndərilən cavablar.

sheet-title = Moldovada qalmaq: cavablar telefonunuzda
sheet-lead = Telefonunuzun kamerasını koda tutun: Telegram cavabla birlikdə açılır; Azərbaycan dilində və pulsuz. Heç kim adınızı soruşmur, mesajlarınız saxlanmır.
# Menyunu açan ən böyük kodun altında.
sheet-ask = İstənilən sualı öz sözlərinizlə yazın
sheet-offices = Hara müraciət etməli
sheet-call = Əməkdaşla danışın
sheet-printed = Çap tarixi: { $day_short }; mətnlərin versiyası: { $version }. Kodların açdığı cavablar həmişə aktualdır.

# Başqa söhbətə göndərilən cavabın altında.
shared-link = Digər cavablar və öz suallarınız: { $link }
shared-private = Şəxsi söhbətdə soruşun
