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
