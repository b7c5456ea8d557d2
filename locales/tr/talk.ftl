# Popas'ın kendisi hakkında söyledikleri ve kişiye yol gösterişi.

welcome =
    Merhaba. Ben Popas, Moldova Cumhuriyeti'ndeki yabancıların yardımcısıyım. Hizmet ücretsizdir; mesajlarınızı saklamam.

    - Kalış hakkı, cezalar, kaybolan oturma izni ve aileyi getirmek konusundaki soruları yanıtlarım.
    - Yolculuk tarihlerinizden günlerinizi sayarım.
    - Hangi ofise gideceğinizi söylerim.

    Sorunuzu kendi sözlerinizle yazın veya aşağıdan seçin.
first-line = Ben Popas, Moldova'daki yabancıların ücretsiz yardımcısıyım. Yanıtlarım resmî sayfalara dayanır; resmî makam değilim.
greeting = Merhaba. Ne öğrenmek istersiniz? Kendi sözlerinizle yazın veya aşağıdan seçin.
you-are-welcome = Rica ederim. Ne zaman gerekirse yine yazın.
help =
    Moldova Cumhuriyeti'nde kalmakla ilgili soruları yanıtlarım. Örneğin şöyle yazabilirsiniz:

    - “10 gün fazla kaldım, cezası ne kadar?”
    - “3 Eylül'de girdim, ne zamana kadar kalabilirim?”
    - “Oturma iznimi kaybettim”
    - “Soroca'da oturuyorum, hangi ofise gideyim?”

    Yanıtları kendim yazmam: her birini insanlar kontrol etti, her birinin altında kaynağı yazar.
about-what = Ben Popas, kontrol edilmiş metinlerden yanıt veren bir programım. Kodum ve metinlerim herkese açıktır. Hizmet ücretsizdir; mesajlarınızı saklamam.
about-operator = Bu hizmeti yürüten: { $operator }.
about-nobody = Göç Genel Müfettişliğinin veya başka bir makamın hizmeti değilim. Bağlayıcı bir yanıt için yetkili makama sorun.
privacy =
    Hakkınızda sakladıklarım: diliniz, size sorduğum son soru, okuduğunuz son yanıt ve onayladıysanız yolculuk tarihleriniz, gerekiyorsa vatandaşlığınızla birlikte. Ayrıca daha sonrası için benden istedikleriniz: hatırlatmalar (kendi sözlerinizi yazdıysanız onlarla birlikte), aramalar (verdiyseniz telefon numaranızla birlikte) ve değişince size haber vereceğim yanıtlar. Mesajlarınızı ve adınızı saklamam. Benim aracılığımla çağrı merkeziyle yazışırken yazdıklarınız Telegram'da oradaki görevlilere gider.

    Yolculuklar son mesajınızdan 30 gün sonra silinir; yalnız ileri tarihli bir hatırlatmanız varsa daha sonra. Hatırlatmalar ve aramalar bittikten 30 gün sonra, geri kalan her şey son mesajınızdan bir yıl sonra silinir. /mydata her şeyi size dosya olarak gönderir; /forget hepsini hemen siler.
stopped = Tamam. Yalnızca siz bana yazınca ve benden istediğiniz şeyler için yazarım. Bunları görmek veya iptal etmek için /followups yazın.
forget-ask = Hakkınızda sakladığım her şeyi sileyim mi: dilinizi, yolculuklarınızı, hatırlatmalarınızı ve aramalarınızı? Aramalar yapılmaz, hatırlatmalar gelmez. Bu geri alınamaz.
forgotten = Tamam. Hakkınızda sakladığım her şeyi sildim. Hatırlatmalarınız ve aramalarınız iptal edildi.
forget-not = Tamam, hiçbir şey silinmedi.
topics-ask = Konu nedir?
theme-ask = Bir soru seçin:
language-ask = Hangi dili istersiniz?
language-set = Bundan sonra Türkçe yanıt vereceğim.

which-of-these = Bunlardan hangisini sorduğunuzdan emin değilim. Lütfen seçin:
unknown =
    Üzgünüm, bunu yanıtlayamıyorum. Bildiğim konular: Moldova'da kalış hakkı, süre aşımı cezaları, kaybolan oturma izni, aileyi getirmek ve yabancılarla ilgilenen ofisler.

    Başka sözlerle yazmayı deneyin, bir konu seçin veya çağrı merkezine sorun.
other-country = Üzgünüm, bunu yanıtlayamıyorum. Yalnızca Moldova Cumhuriyeti'nin kurallarını bilirim; başka bir ülke için o ülkenin makamlarına sorun.
language-not-served = Şu dillerde yanıt verebilirim. Lütfen birini seçip sorunuzu o dilde yazın.
also-asked = Galiba bunu da soruyorsunuz:
call-centre = Moldova Göç Genel Müfettişliğinde bir görevliyle konuşabilirsiniz:

cannot-read-photo = Resimleri okuyamam. Lütfen sorunuzu yazın.
cannot-read-voice = Sesli mesajları dinleyemem. Lütfen sorunuzu yazın; birkaç sözcük yeter.
cannot-read-video = Videoları izleyemem. Lütfen sorunuzu yazın.
cannot-read-sticker = Yalnızca yazıyı anlarım. Lütfen sorunuzu birkaç sözcükle yazın.
cannot-read-document = Dosyaları açamam. Lütfen sorunuzu mesaj olarak yazın.
cannot-read-contact = Bunun için telefon numarasına gerek yok. Lütfen sorunuzu yazın.
cannot-read-empty = Mesajınızda okuyabileceğim bir yazı yok. Lütfen sorunuzu birkaç sözcükle yazın.
cannot-read-other = Bu mesajı okuyamadım. Lütfen sorunuzu yazın.
old-button = Bu düğme artık çalışmıyor. Lütfen yeniden seçin veya sorunuzu yazın.
edited-noticed = Mesajınızı değiştirdiğinizi gördüm. Yeni metne yanıtım:
forwarded-noticed = Bir mesaj ilettiniz. Siz sormuşsunuz gibi yanıtlıyorum:
in-group = Sorularınızı başkaları okumasın diye yalnızca özel sohbette yanıt veririm: { $link }
no-such-number =
    { $most ->
        [one] Tek seçenek var. Lütfen 1 yazın veya sorunuzu sözcüklerle yazın.
       *[other] Lütfen 1 ile { $most } arasında bir sayı yazın veya sorunuzu sözcüklerle yazın.
    }
nothing-to-confirm = Şu anda sizden yanıt beklediğim bir soru yok. Ne öğrenmek istersiniz?
broken-link = Bu bağlantıyı tanımıyorum. Aşağıdan seçin veya sorunuzu yazın.
went-wrong = Benden kaynaklanan bir hata oldu. Lütfen sorunuzu yeniden yazın.
