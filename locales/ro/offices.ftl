# Offices, hours, phones, places.

offices-of-answer = Unde mergeți:
place-ask = Unde vă aflați în Moldova? Scrieți numele orașului, al satului sau al raionului.
place-which = Sunt mai multe localități cu acest nume. La care vă referiți?
place-unknown = Nu cunosc această localitate. Scrieți numele celui mai apropiat oraș sau al raionului, vă rog.
office-nearest = Pentru { $place }, cel mai aproape este:
# “20 km” is read “20 de kilometri”: the abbreviation needs no plural form.
office-nearest-km = Vă aflați lângă { $place }. Până la cel mai apropiat birou sunt aproximativ { $km } km în linie dreaptă:
place-abroad = Se pare că vă aflați în afara Moldovei. Acestea sunt ghișeele din Moldova; din străinătate, scrieți sau sunați mai întâi.
place-romania = Dacă întrebarea este despre Moldova: din străinătate, scrieți sau sunați mai întâi.
place-left-bank = Pentru { $place } există reguli speciale: ele sunt pentru cei care locuiesc pe malul stâng al Nistrului sau la Bender.
offices-other = Celelalte:

office-one-stop-shop = Ghișeul unic pentru străini (Inspectoratul General pentru Migrație al Republicii Moldova)
office-integration-centre = Centrul de integrare a străinilor (Inspectoratul General pentru Migrație al Republicii Moldova)
office-border-police = Sediul Poliției de Frontieră a Republicii Moldova
office-chancery = Cancelaria Inspectoratului General pentru Migrație al Republicii Moldova: petiții
office-romanian = Biroul pentru Imigrări din București: o autoritate a României, nu a Republicii Moldova
office-address = Adresa: { $address }
# The Romanian spelling of the address, as it is written on the door.
office-door = Pe ușă scrie: { $address }
office-disputed = Paginile oficiale nu spun același lucru: una dintre ele indică altă adresă, { $address }. Ambele clădiri sunt ale inspectoratului. Sunați înainte de a merge, vă rog.
office-disputed-short = { $address } sau { $other }: paginile oficiale diferă, sunați mai întâi
office-hours = Program: { $days } { $hours }
office-hours-unknown = Program: nu am o sursă pentru orele de lucru. Sunați înainte de a merge, vă rog.
office-open-now = Acum este deschis, până la { $time }.
office-break-now = Acum este pauză, se redeschide la { $time }.
office-opens-today = Acum este închis, se deschide astăzi la { $time }.
office-opens-on = Acum este închis, se deschide { $day }, la { $time }.
office-holiday = Astăzi este sărbătoare legală ({ $holiday }).
office-source = Sursa: { $source }; verificat la { $reviewed_short }
office-sources = Surse: { $sources }
contact-free = Telefon gratuit: `{ $value }`
contact-phone = Telefon: { $value }
contact-email = E-mail: { $value }
contact-hours = { $contact } ({ $days } { $hours })
