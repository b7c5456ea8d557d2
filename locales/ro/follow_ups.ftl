# Reamintiri, apeluri de la centrul de apel, discuția cu angajații lui; și ce citesc ei.
# `$at` este „vineri, 5 decembrie 2025, la 09:00 (ora Chișinăului)”: stă după verb, după „până”, „începând cu”
# sau după două puncte. `$at_short` este „vin, 5 dec., 09:00”.

moment = { $day }, la { $time } (ora Chișinăului)
moment-short = { $weekday }, { $day } { $month }, { $time }
weekday-and-day = { $weekday }, { $day } { $month }

# ---- reamintiri

remind-when = Când să vă amintesc? Scrieți ziua și ora, de exemplu: 5 decembrie la 9:00. Dacă nu scrieți ora, vă scriu la 9 dimineața.
remind-when-moving = Pe când doriți să fie mutată? Scrieți ziua, ora sau amândouă. Ce nu scrieți rămâne neschimbat.
remind-time-ask = La ce oră să vă amintesc { $day }?
time-unclear = „{ $quote }”: dimineața sau după-amiaza? Scrieți ora și minutele, de exemplu 15:00, vă rog.
time-which = „{ $quote }”: la ce oră vă gândiți? Scrieți ora și minutele, de exemplu 15:00, vă rog.
time-impossible = Ora „{ $quote }” nu există. Scrieți ora și minutele, de exemplu 15:00, vă rog.
time-passed = Acest moment a trecut deja: { $at }. Alegeți o oră mai târzie, vă rog.
booking-ask = Vă voi aminti așa. Este corect?
booking-not = Bine, nu am programat nimic.
repeats-not = Nu pot repeta o reamintire. O pot programa doar pe următoarea.
one-at-a-time = Programez reamintirile pe rând. Aceasta este prima; apoi scrieți-mi-o pe următoarea.
booked = Gata. Vă voi scrie:
moment-passed = Pentru acest moment nu va fi nicio reamintire, a trecut deja: { $at }.
no-moment-left = Toate zilele în care v-aș fi amintit au trecut. Nu am programat nimic.
no-last-day = După călătoriile dumneavoastră, nu urmează nicio ultimă zi permisă, deci nu am ce să vă amintesc.
too-many-follow-ups =
    { ROMANIAN($most) ->
        [one] Aveți deja o reamintire. Anulați-o mai întâi, vă rog.
        [few] Aveți deja { $most } reamintiri. Anulați mai întâi una, vă rog.
       *[other] Aveți deja { $most } de reamintiri. Anulați mai întâi una, vă rog.
    }
follow-ups-head = Iată ce v-am promis. Alegeți ce doriți să schimbați:
no-follow-ups = Încă nu v-am promis nimic. Vă pot aminti de ultima zi permisă, de o vizită la ghișeu sau de orice îmi scrieți.
follow-up-gone = Aceasta s-a încheiat sau este anulată.
moved = Am schimbat. Noua dată și oră:
which-to-move = Pe care să o mut?
which-to-cancel = Pe care să o anulez?
cancel-ask = Să anulez?
cancel-all-ask = Să le anulez pe toate?
nothing-changed = Bine, totul rămâne neschimbat.
cancelled = Am anulat:
done-noted = Bine. Nu vă mai amintesc de asta.
reminders-moved = Ultima zi permisă s-a schimbat, așa că se schimbă și reamintirile.
reminders-dropped = Am anulat reamintirile despre ultima zi permisă: din ce știu acum, nu mai urmează o asemenea zi.
reminder = M-ați rugat să vă amintesc:
reminder-late = Îmi pare rău, mesajul vine cu întârziere. Era promis pentru { $at }.
reminder-no-trips = Se apropie ultima zi permisă. Nu mai am datele călătoriilor; scrieți-mi-le și număr din nou.
reminders-missed = Îmi pare rău, nu v-am putut trimite la timp:
answer-changed = Un răspuns pe care l-ați citit aici s-a schimbat. Iată ce scrie acum:
watching = Vă scriu când se schimbă înțelesul acestui răspuns.
my-data = În acest fișier este tot ce păstrez despre dumneavoastră.

# ---- apeluri de la centrul de apel

call-day-ask = În ce zi vă poate suna centrul de apel?
call-time-ask = La ce oră să vă sune { $day }? Toate orele sunt după ora Chișinăului.
day-full = Nu este nimeni liber { $day }.
call-taken = La această oră nu este nimeni liber: { $at }. Alegeți altă oră, vă rog.
none-free = În următoarele 30 de zile nu este nicio oră liberă pentru un apel. Sunați dumneavoastră, vă rog:
no-calls-here = Aici nu pot programa apeluri. Puteți contacta direct centrul de apel:
call-reach-ask = Ora aleasă: { $at }. Cum să vă contacteze centrul de apel?
phone-ask = Scrieți numărul de telefon cu prefixul țării, de exemplu +373 69 123 456, sau trimiteți-l cu butonul, vă rog. Îl dau numai centrului de apel și îl șterg la 30 de zile după apel.
phone-unclear = Nu găsesc aici un număr de telefon valabil. Scrieți-l cu prefixul țării, de exemplu +373 69 123 456, vă rog.
call-booked = Gata. Centrul de apel vă va contacta:
call-already = Aveți deja un apel programat:
no-call-booked = Nu este programat niciun apel: centrul de apel sună doar la cerere.
call-not-reached = Centrul de apel a încercat să vă contacteze și nu a reușit. Cei de acolo vor încerca din nou; puteți alege și altă oră.
call-moved-by-staff = Centrul de apel a trebuit să mute apelul dumneavoastră. Noua dată și oră:
call-late = Centrul de apel nu v-a sunat încă. Îmi pare rău. Cei de acolo știu; puteți suna și dumneavoastră:

# ---- discuția cu centrul de apel, aici

handed-over = Am anunțat centrul de apel. Scrieți întrebarea aici: de acum, cei de acolo citesc ce scrieți. Până intră cineva în conversație, vă răspund eu.
handed-over-closed = Am anunțat centrul de apel. Acum este închis; se deschide { $at }. Atunci cineva se va uita la întrebarea dumneavoastră și va citi tot ce ați scris între timp.
handed-over-already = Centrul de apel știe deja. Ce scrieți aici va fi citit acolo.
passed-on = Am transmis mesajul centrului de apel.
staff-joined = Centrul de apel a intrat în conversație. De acum vă răspunde un om; eu tac.
staff-says = **Centrul de apel:**
staff-left = Centrul de apel a ieșit din conversație. Vă răspund din nou eu, botul.
nobody-yet = De la centrul de apel nu a răspuns încă nimeni. Îmi pare rău. Cei de acolo știu că așteptați; puteți și suna:
back-to-bot = Vorbiți din nou cu botul. Centrul de apel nu mai citește ce scrieți.

# ---- ce citesc angajații

desk-new = **Nr. { $number }** · solicitare nouă · { $language }
desk-relayed = **Nr. { $number }** · { $language } · scrie:
desk-call-now = **Nr. { $number }** · { $language } · a venit ora acestui apel:
desk-still-waiting = **Nr. { $number }** · { $language } · încă nu a preluat-o nimeni:
desk-call-cancelled = Nr. { $number }: persoana a anulat apelul.
desk-call-moved = Nr. { $number }: apelul are altă oră.
desk-forgotten = Nr. { $number }: persoana a cerut ștergerea tuturor datelor sale. Solicitarea este închisă.
desk-returned = Nr. { $number }: persoana s-a întors la bot. Solicitarea este închisă.
desk-queue =
    { ROMANIAN($count) ->
        [one] O solicitare deschisă:
        [few] { $count } solicitări deschise, începând cu cea mai veche:
       *[other] { $count } de solicitări deschise, începând cu cea mai veche:
    }
desk-queue-empty = Nu sunt solicitări deschise.
desk-queue-waiting = Nr. { $number } · { $language } · așteaptă din { $since_short }
desk-queue-taken = Nr. { $number } · { $language } · preluată { $since_short }
desk-taken = Ați preluat nr. { $number }. Ca să scrieți persoanei, răspundeți (reply) la unul dintre mesajele acestei solicitări.
desk-taken-already = Nr. { $number } este deja preluată.
desk-closed-already = Nr. { $number } este închisă.
desk-not-known = Nu știu la ce solicitare se referă acest mesaj. Cele deschise: /queue.
desk-answer-how = Nr. { $number }: răspundeți (reply) la acest mesaj. Persoana va citi cuvintele dumneavoastră așa cum sunt.
desk-sent = Nr. { $number }: trimis.
desk-done = Nr. { $number }: solicitarea este închisă.
desk-not-reached = Nr. { $number }: persoana a fost anunțată că ați încercat să o contactați.
desk-no-call = Nr. { $number } este o conversație, nu un apel.
desk-move-to = Nr. { $number }: când să fie apelul?

desk-take = Preia nr. { $number }
desk-answer = Răspunde: nr. { $number }
desk-close = Închide nr. { $number }
desk-tried = Fără răspuns: nr. { $number }
desk-move = Mută nr. { $number }

# ---- butoane

button-remind = Amintește-mi
button-other-time = Altă oră
button-follow-ups = Reamintirile mele
button-cancel = Anulează
button-done = Gata
button-snooze = Din nou mâine
button-call-back = Programează un apel
button-later = Ore mai târzii
button-call-by-chat = În acest chat
button-call-by-phone = La telefon
button-hand-over = Scrie operatorului
button-back-to-bot = Înapoi la bot
button-watch = Anunță-mă de schimbări
button-my-data = Datele mele

# ---- ce a fost promis, câte una pe rând; o citesc și persoana, și angajații

follow-up-reminder = { $at } · reamintire: { $about }
follow-up-call-chat = { $at } · mesaj de la centrul de apel în chatul Popas
follow-up-call-phone = { $at } · apel de la centrul de apel la numărul { $phone }
about-last-day = ultima zi permisă în Moldova
about-deadline-employment = de anunțat încetarea contractului de muncă
about-deadline-exam = ziua în care se așteaptă răspunsul la actele familiei
about-deadline-permit = de cerut un permis nou
about-deadline-fine = ultima zi în care puteți pleca fără amendă
about-deadline-regime = ultima zi înainte de reguli mai stricte
about-deadline-return = prima zi în care puteți reveni
about-deadline-other = o ultimă zi
about-office = vizită la ghișeu: { $address }
about-note = „{ $text }”
calendar-reminder = Popas: { $about }
calendar-call = Popas: apel de la centrul de apel

command-follow-ups = Reamintirile și apelurile mele
command-call-back = Programează un apel de la centrul de apel
command-my-data = Fișier cu datele păstrate despre mine
