# Pentru cei care verifică: cum se corectează fișa unei limbi.

review-how =
    Această fișă cuprinde tot ce spune Popas în limba dumneavoastră. Citiți-o, vă rugăm, cu ochii unui om aflat departe de casă și corectați ceea ce dumneavoastră nu ați spune așa.

    - Fiecare fragment stă între două rânduri care încep cu `<!-- popas`. Corectați numai ce se află între ele și lăsați aceste rânduri cum sunt. Pe pagina gata afișată ele nu se văd: deschideți fișierul pentru editare.
    - Textul gri de lângă fragment este cel după care a fost scris. Este acolo pentru comparație; modificările din el nu se preiau.
    - Cuvintele între acolade, de pildă { "{green-line}" } sau { "{ $days }" }, țin locul unei cifre, al unei date sau al unei adrese. Le puteți muta în frază; nu le schimbați și nu le traduceți.
    - Dacă un mesaj are mai multe rânduri cu paranteze, cum ar fi [one] și [other], fiecare se folosește pentru alte numere. Corectați numai cuvintele de după paranteză.
    - „asked-as” și listele de formule obișnuite arată cum scriu oamenii cu adevărat, cu greșeli lăsate intenționat. Scoateți ce nu ar scrie nimeni și adăugați ce se scrie, câte una pe rând, fiecare începând cu „- ”.
    - „title” și „heading” stau pe butoane și trebuie să rămână scurte.

    Salvați fișierul ca text simplu (UTF-8) și trimiteți-l înapoi.
