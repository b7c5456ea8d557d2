# Buttons (at most three words), names of things, and the small line under an answer.

button-topics = Toate temele
button-help = Cu ce ajut
button-about = Cine administrează
button-privacy = Ce păstrez
button-language = Schimbă limba
button-call-centre = Centrul de apel
button-offices = Adrese
button-nearest = Ghișeul apropiat
button-nearest-centre = Centrul apropiat
button-map = Vezi pe hartă
button-map-other = Harta: altă adresă
button-location = Trimite locația
button-share-phone = Trimite numărul meu
button-days = Calculează zilele
button-more = Mai multe
button-yes = Da
button-no = Nu
button-yes-count = Da, calculează
button-correct = Modifică
button-add-trip = Adaugă o călătorie
button-entered = Am intrat
button-left = Am ieșit
button-forget-trips = Șterge călătoriile

theme-stay = Ședere și amenzi
theme-family = Reîntregirea familiei
theme-offices = Ghișee și contacte
language-name = Română
file = Fișier

day-long = { $weekday }, { $day } { $month } { $year }
day-short = { $day } { $month } { $year }
month =
    { $month ->
        [1] ianuarie
        [2] februarie
        [3] martie
        [4] aprilie
        [5] mai
        [6] iunie
        [7] iulie
        [8] august
        [9] septembrie
        [10] octombrie
        [11] noiembrie
       *[12] decembrie
    }
weekday =
    { $weekday ->
        [1] luni
        [2] marți
        [3] miercuri
        [4] joi
        [5] vineri
        [6] sâmbătă
       *[7] duminică
    }
weekday-short =
    { $weekday ->
        [1] lun
        [2] mar
        [3] mie
        [4] joi
        [5] vin
        [6] sâm
       *[7] dum
    }

# `title` is the name of the official page, with its web address.
answer-source = Sursa: { $title }
answer-revision = revizia { $revision }, verificat la { $reviewed_short }
answer-unofficial = traducere neoficială
answer-stale = originalul s-a schimbat după ce a fost făcută această traducere

# Meniul comenzilor.
command-topics = Toate subiectele
command-days = Calculează zilele mele
command-office = Găsește ghișeul cel mai apropiat
command-language = Schimbă limba
command-help = Ce pot face
command-about = Cine administrează serviciul
command-privacy = Ce date despre mine se păstrează
command-forget = Șterge datele păstrate despre mine
command-stop = Oprește

# Imaginea zilelor: titlul, semnele, zilele marcate. Cuvinte scurte: locul e puțin.
picture-title = Zilele dumneavoastră în Moldova
picture-away = în afara Moldovei
picture-here = în Moldova
picture-over = peste termen
picture-allowed = puteți rămâne
picture-ahead = zile viitoare
picture-today = astăzi, { $day_short }
picture-last-day = ultima zi permisă: { $day_short }
picture-exit = plecarea: { $day_short }
picture-return = puteți intra din { $day_short }
month-short =
    { $month ->
        [1] ian.
        [2] feb.
        [3] mart.
        [4] apr.
        [5] mai
        [6] iun.
        [7] iul.
        [8] aug.
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] dec.
    }
