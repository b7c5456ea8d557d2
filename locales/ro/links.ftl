# Foaia pentru avizier (se tipărește) și răspunsurile trimise în alte discuții.

sheet-title = Șederea în Moldova: răspunsuri pe telefon
sheet-lead = Îndreptați camera telefonului spre un cod: se deschide Telegram cu răspunsul, în română și gratuit. Nimeni nu vă cere numele, iar mesajele nu se păstrează.
# Sub codul cel mare, care deschide meniul.
sheet-ask = Orice întrebare, cu cuvintele dumneavoastră
sheet-offices = Unde mergeți
sheet-call = Vorbiți cu un om
sheet-printed = Tipărit pe { $day_short }, versiunea textelor { $version }. Răspunsurile din spatele codurilor sunt mereu cele actuale.

# Sub un răspuns trimis în altă discuție.
shared-link = Alte răspunsuri și întrebările dumneavoastră: { $link }
shared-private = Întrebați în privat

# Persoanei care deschide un link pregătit de centrul de apel.
prepared-for-you = Centrul de apel a pregătit acest răspuns pentru dumneavoastră.
# Înaintea cuvintelor colaboratorului.
prepared-note = Mesajul lor:
prepared-used = Acest link a fost deja deschis; el funcționează o singură dată. Dacă l-ați deschis dumneavoastră, răspunsul este mai sus. Dacă nu, cereți altul la centrul de apel.
prepared-expired = Termenul acestui link a trecut. Cereți altul la centrul de apel sau alegeți mai jos.

# Pentru colaboratori: scurt.
hand-which = Care răspuns? Scrieți câteva cuvinte sau numele lui din linkuri.
hand-not-found = Nu am găsit niciun răspuns. Încercați cu alte cuvinte.
hand-language = În ce limbă?
hand-dates = Ce date a spus persoana? Scrieți călătoriile (2025-01-10..2025-03-01 2025-09-01..) sau o singură zi (2025-11-03). Dacă nu sunt, apăsați „Nu” sau scrieți -
hand-dates-unread = Nu am citit nicio dată. Scrieți 2025-11-03 sau călătoriile ca 2025-01-10..2025-03-01; dacă nu sunt: „Nu” sau -
hand-date-unused = Acest răspuns nu calculează nimic de la o singură zi. Scrieți călătoriile ca 2025-01-10..2025-03-01; dacă nu sunt: „Nu” sau -
hand-note =
    { ROMANIAN($most) ->
        [one] O notă pentru persoană? Se arată exact cum o scrieți, cel mult { $most } caracter. Dacă nu este, apăsați „Nu” sau scrieți -
        [few] O notă pentru persoană? Se arată exact cum o scrieți, cel mult { $most } caractere. Dacă nu este, apăsați „Nu” sau scrieți -
       *[other] O notă pentru persoană? Se arată exact cum o scrieți, cel mult { $most } de caractere. Dacă nu este, apăsați „Nu” sau scrieți -
    }
hand-note-long =
    { ROMANIAN($most) ->
        [one] Nota este prea lungă: cel mult { $most } caracter. Scrieți una mai scurtă.
        [few] Nota este prea lungă: cel mult { $most } caractere. Scrieți una mai scurtă.
       *[other] Nota este prea lungă: cel mult { $most } de caractere. Scrieți una mai scurtă.
    }
hand-ready = Linkul este gata. Funcționează o singură dată, pentru primul care îl deschide, până pe { $until_short }.
hand-opened = Linkul pregătit { $number } a fost deschis.
hand-made = Linkuri pregătite, cele mai noi primele:
hand-none-made = Aici nu a fost pregătit niciun link.
hand-send = De trimis:
hand-read = De citit cu voce tare:
# Cele două rânduri pentru persoană.
hand-line = „{ $title }”: răspunsul pe telefon, gratuit: { $link }
hand-spoken = Căutați în Telegram @{ $bot }, apăsați Start și scrieți: „{ $title }”.
made-opened = { $number }. { $title } ({ $language }): deschis pe { $day_short }, { $time }
made-waiting = { $number }. { $title } ({ $language }): încă nedeschis, valabil până pe { $day_short }
made-expired = { $number }. { $title } ({ $language }): nedeschis, expirat pe { $day_short }
numbers =
    { ROMANIAN($days) ->
        [one] Linkuri deschise astăzi: { $times }
        [few] Linkuri deschise în ultimele { $days } zile: { $times }
       *[other] Linkuri deschise în ultimele { $days } de zile: { $times }
    }
numbers-line = { $title }: { $times } ({ $languages })
numbers-broken = linkuri care nu duc nicăieri
numbers-prepared = linkuri pregătite, deschise din nou sau prea târziu

# În meniul de comenzi al operatorilor.
command-queue = Ce este deschis, de la cel mai vechi
command-link = Găsiți un răspuns și linkurile lui
command-handover = Pregătiți un link pentru o persoană
command-handovers = Linkurile pregătite
command-numbers = De câte ori s-au deschis linkurile
