# İdarələr, iş saatları, telefonlar, yerlər.

offices-of-answer = Hara getmək lazımdır:
place-ask = Moldovanın harasındasınız? Şəhərinizin, kəndinizin və ya rayonunuzun adını yazın.
place-which = Bu adda bir neçə yer var. Hansını deyirsiniz?
place-unknown = Bu yeri tanımıram. Zəhmət olmasa, ən yaxın şəhərin və ya rayonun adını yazın.
office-nearest = { $place } üçün ən yaxın idarə:
office-nearest-km = Sizə ən yaxın yaşayış məntəqəsi: { $place }. Ən yaxın idarəyə düz xətt üzrə təxminən { $km } km var:
place-abroad = Deyəsən, Moldovadan kənardasınız. Bunlar Moldovadakı idarələrdir; xaricdəsinizsə, əvvəlcə yazın və ya zəng edin.
place-romania = Sualınız Moldova ilə bağlıdırsa: xaricdən əvvəlcə yazın və ya zəng edin.
place-left-bank = { $place } üçün xüsusi qaydalar var: onlar Dnestrin sol sahilində və Bender şəhərində yaşayanlara aiddir.
offices-other = Qalanları:

office-one-stop-shop = Əcnəbilər üçün vahid pəncərə (Moldovanın Miqrasiya üzrə Baş Müfəttişliyi)
office-integration-centre = Əcnəbilər üçün inteqrasiya mərkəzi (Moldovanın Miqrasiya üzrə Baş Müfəttişliyi)
office-border-police = Moldova Sərhəd Polisinin mərkəzi binası
office-chancery = Moldovanın Miqrasiya üzrə Baş Müfəttişliyinin Dəftərxanası: şikayət və ərizələr
office-romanian = Buxarest immiqrasiya idarəsi: Moldovanın yox, Rumıniyanın orqanı
office-address = Ünvan: { $address }
# Rumınca ünvan, qapıda yazıldığı kimi.
office-door = Qapıda belə yazılıb: { $address }
office-disputed = Rəsmi səhifələrdəki ünvanlar fərqlidir, başqa birində bu ünvan göstərilib: { $address }. Hər iki bina müfəttişliyə məxsusdur. Getməzdən əvvəl zəng edin.
office-disputed-short = { $address } və ya { $other }: rəsmi səhifələrdəki ünvanlar fərqlidir, əvvəlcə zəng edin
office-hours = Açıqdır: { $days }, { $hours }
office-hours-unknown = İş saatları: bunun üçün mənbəm yoxdur. Getməzdən əvvəl zəng edin.
# “-dək” ahəngə görə dəyişmir, ona görə hər saatdan sonra yazıla bilər.
office-open-now = İndi açıqdır, saat { $time }-dək.
office-break-now = İndi fasilədir, yenidən açılır: { $time }.
office-opens-today = İndi bağlıdır, bu gün açılır: { $time }.
office-opens-on = İndi bağlıdır, açılır: { $day }, { $time }.
office-holiday = Bu gün bayram günüdür ({ $holiday }).
office-source = Mənbə: { $source }; yoxlanma tarixi: { $reviewed_short }
office-sources = Mənbələr: { $sources }
contact-free = Telefon, pulsuz: `{ $value }`
contact-phone = Telefon: { $value }
contact-email = E-poçt: { $value }
contact-hours = { $contact } ({ $days }, { $hours })
