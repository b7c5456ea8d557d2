# İlan panosu için sayfa (basılır) ve başka sohbetlere gönderilen cevaplar.

sheet-title = Moldova'da kalış: cevaplar telefonunuzda
sheet-lead = Telefonunuzun kamerasını bir koda tutun: Telegram cevapla birlikte açılır; Türkçe ve ücretsizdir. Kimse adınızı sormaz, mesajlarınız saklanmaz.
# Menüyü açan en büyük kodun altında.
sheet-ask = Her sorunuzu kendi sözlerinizle yazın
sheet-offices = Nereye gidilir
sheet-call = Bir görevliyle konuşun
sheet-printed = Basım tarihi: { $day_short }; metin sürümü: { $version }. Kodların açtığı cevaplar her zaman günceldir.

# Başka bir sohbete gönderilen cevabın altında.
shared-link = Diğer cevaplar ve kendi sorularınız: { $link }
shared-private = Özel sohbette sorun
