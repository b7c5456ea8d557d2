# Yoxlayanlar üçün: bir dilin vərəqini necə düzəltməli.

review-how =
    Bu vərəqdə Popasın sizin dilinizdə dediyi hər şey var. Xahiş edirik, onu evindən uzaqda olan insanın gözü ilə oxuyun və sizin elə deməyəcəyiniz yerləri düzəldin.

    - Hər parça `<!-- popas` ilə başlayan iki sətrin arasında durur. Yalnız onların arasını düzəldin, bu sətirlərin özünə toxunmayın. Hazır səhifədə onlar görünmür: faylı redaktə üçün açın.
    - Parçanın yanındakı boz mətn onun hansı mətndən hazırlandığını göstərir. O, müqayisə üçündür; oradakı dəyişikliklər nəzərə alınmır.
    - Fiqurlu mötərizədəki sözlər, məsələn { "{green-line}" } və ya { "{ $days }" }, rəqəmin, tarixin və ya ünvanın yerini tutur. Onların cümlədəki yerini dəyişə bilərsiniz; özlərini dəyişməyin və tərcümə etməyin.
    - Mesajda [one] və [other] kimi kvadrat mötərizəli bir neçə sətir varsa, hər biri başqa saylar üçündür. Yalnız mötərizədən sonrakı sözləri düzəldin.
    - “asked-as” və adi sözlərin siyahıları insanların əslində necə yazdığını göstərir; səhvlər qəsdən saxlanılıb. Heç kimin yazmayacağını çıxarın, yazılanları əlavə edin: hər sətirdə bir dənə, hər biri “- ” ilə başlasın.
    - “title” və “heading” düymələrin üstündə durur, qısa qalmalıdır.

    Faylı sadə mətn (UTF-8) kimi saxlayıb geri göndərin.
