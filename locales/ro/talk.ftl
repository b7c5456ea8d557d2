# What Popas says of itself and how it guides a person.

welcome =
    Bună ziua. Sunt Popas, un asistent pentru străinii din Republica Moldova. Serviciul este gratuit, iar mesajele nu le păstrez.

    - Răspund la întrebări despre dreptul de ședere, amenzi, permise pierdute și reîntregirea familiei.
    - Vă număr zilele după datele călătoriilor.
    - Vă spun la ce ghișeu să mergeți.

    Scrieți întrebarea cu cuvintele dumneavoastră sau alegeți mai jos.
first-line = Sunt Popas, un asistent gratuit pentru străinii din Moldova. Răspunsurile mele urmează paginile oficiale; eu nu sunt autoritatea.
greeting = Bună ziua. Ce doriți să aflați? Scrieți cu cuvintele dumneavoastră sau alegeți mai jos.
you-are-welcome = Cu plăcere. Scrieți din nou oricând aveți nevoie.
help =
    Răspund la întrebări despre șederea în Republica Moldova. Puteți scrie, de exemplu:

    - „Am stat cu 10 zile peste termen, ce amendă e?”
    - „Am intrat pe 3 septembrie, până când pot sta?”
    - „Mi-am pierdut permisul de ședere”
    - „Stau la Soroca, la ce ghișeu merg?”

    Nu scriu eu răspunsurile: fiecare a fost verificat de oameni și își arată sursa.
about-what = Sunt Popas, un program care răspunde cu texte verificate. Codul și textele mele sunt publice. Serviciul este gratuit, iar mesajele nu le păstrez.
about-operator = Acest serviciu este administrat de { $operator }.
about-nobody = Nu sunt un serviciu al Inspectoratului General pentru Migrație și nici al altei autorități. Pentru un răspuns cu valoare juridică, adresați-vă autorității.
privacy =
    Ce păstrez despre dumneavoastră: limba, ultima întrebare pe care v-am pus-o, ultimul răspuns pe care l-ați citit și datele călătoriilor, dacă le-ați confirmat, împreună cu cetățenia, dacă aceasta contează. De asemenea, ce m-ați rugat să fac mai târziu: reamintiri (cu cuvintele dumneavoastră, dacă le-ați scris), apeluri (cu numărul de telefon, dacă l-ați dat) și răspunsurile despre a căror schimbare vă anunț. Nu păstrez nici mesajele, nici numele dumneavoastră. Cât vorbiți prin mine cu centrul de apel, cuvintele dumneavoastră ajung la angajații lui, în Telegram.

    Călătoriile se șterg la 30 de zile după ultimul dumneavoastră mesaj, dacă nu vă mai datorez o reamintire; reamintirile și apelurile, la 30 de zile după ce s-au încheiat; tot restul, la un an după ultimul dumneavoastră mesaj. Cu /mydata primiți totul într-un fișier; cu /forget se șterge totul pe loc.
stopped = Bine. Vă scriu numai când îmi scrieți și pentru ce m-ați rugat. Ca să vedeți sau să anulați ce v-am promis, scrieți /followups.
forget-ask = Doriți să șterg tot ce păstrez despre dumneavoastră: limba, călătoriile, reamintirile și apelurile? Apelurile și reamintirile nu vor mai avea loc. Ce se șterge nu mai poate fi recuperat.
forgotten = Gata. Am șters tot ce păstram despre dumneavoastră. Reamintirile și apelurile sunt anulate.
forget-not = Bine, nu s-a șters nimic.
topics-ask = Despre ce este vorba?
theme-ask = Alegeți o întrebare:
language-ask = Ce limbă doriți?
language-set = De acum răspund în română.

which-of-these = Nu e clar la care dintre acestea vă referiți. Alegeți, vă rog:
unknown =
    Îmi pare rău, la această întrebare nu pot răspunde. Știu despre dreptul de ședere în Moldova, amenzile pentru depășirea șederii, permisele pierdute, reîntregirea familiei și ghișeele pentru străini.

    Încercați să întrebați cu alte cuvinte, alegeți o temă sau sunați la centrul de apel.
other-country = Îmi pare rău, la această întrebare nu pot răspunde. Cunosc numai regulile Republicii Moldova; pentru altă țară, întrebați autoritățile ei.
language-not-served = Pot răspunde în aceste limbi. Alegeți una și scrieți întrebarea în ea, vă rog.
also-asked = Se pare că întrebați și despre aceasta:
call-centre = Puteți vorbi cu o persoană de la Inspectoratul General pentru Migrație al Republicii Moldova:

cannot-read-photo = Nu pot citi imagini. Scrieți întrebarea ca text, vă rog.
cannot-read-voice = Nu pot asculta mesaje vocale. Scrieți întrebarea ca text, vă rog; ajung câteva cuvinte.
cannot-read-video = Nu pot vedea filmări. Scrieți întrebarea ca text, vă rog.
cannot-read-sticker = Înțeleg numai text. Scrieți întrebarea în câteva cuvinte, vă rog.
cannot-read-document = Nu pot deschide fișiere. Scrieți întrebarea ca text, vă rog.
cannot-read-contact = Pentru aceasta nu am nevoie de un număr de telefon. Scrieți întrebarea ca text, vă rog.
cannot-read-empty = În mesaj nu este text pe care să-l pot citi. Scrieți întrebarea în câteva cuvinte, vă rog.
cannot-read-other = Nu am putut citi acest mesaj. Scrieți întrebarea ca text, vă rog.
old-button = Acest buton nu mai funcționează. Alegeți din nou sau scrieți întrebarea, vă rog.
edited-noticed = Am văzut că ați schimbat mesajul. Iată răspunsul la textul nou:
forwarded-noticed = Ați redirecționat un mesaj. Răspund ca și cum ați fi întrebat dumneavoastră:
in-group = Răspund numai în conversații private, ca să nu vă citească alții întrebările: { $link }
no-such-number =
    { ROMANIAN($most) ->
        [one] Este o singură variantă. Scrieți 1 sau scrieți întrebarea în cuvinte, vă rog.
       *[other] Scrieți un număr de la 1 la { $most } sau scrieți întrebarea în cuvinte, vă rog.
    }
nothing-to-confirm = Nu v-am pus nicio întrebare. Ce doriți să aflați?
broken-link = Acest link nu duce la nimic cunoscut. Alegeți mai jos sau scrieți întrebarea.
went-wrong = Ceva nu a mers bine din partea mea. Scrieți întrebarea din nou, vă rog.
