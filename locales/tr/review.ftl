# Denetleyenler için: bir dilin sayfası nasıl düzeltilir.

review-how =
    Bu sayfada Popas'ın sizin dilinizde söylediği her şey bulunur. Lütfen evinden uzaktaki bir insanın gözüyle okuyun ve sizin öyle söylemeyeceğiniz yerleri düzeltin.

    - Her parça, `<!-- popas` ile başlayan iki satırın arasında durur. Yalnızca bu iki satırın arasını düzeltin, satırların kendisine dokunmayın. Bunlar hazır sayfada görünmez: dosyayı düzenlemek için açın.
    - Parçanın yanındaki gri metin, çevirinin yapıldığı metindir. Karşılaştırma içindir; oradaki değişiklikler alınmaz.
    - Süslü ayraç içindeki sözcükler, örneğin { "{green-line}" } ya da { "{ $days }" }, bir sayının, tarihin veya adresin yerini tutar. Cümle içinde yerlerini değiştirebilirsiniz; onları değiştirmeyin ve çevirmeyin.
    - Bir mesajda [one] ve [other] gibi köşeli ayraçlı birkaç satır varsa her biri başka sayılar içindir. Yalnızca ayraçtan sonraki sözcükleri düzeltin.
    - “asked-as” ile gündelik sözlerin listeleri, insanların gerçekte nasıl yazdığını gösterir; yanlışlar bilerek bırakılmıştır. Kimsenin yazmayacağını çıkarın, yazılanları ekleyin: her satıra bir tane, her biri “- ” ile başlasın.
    - “title” ve “heading” düğmelerin üstünde durur, kısa kalmalıdır.

    Dosyayı düz metin (UTF-8) olarak kaydedip geri gönderin.
