### Werte, die Leser eingeben, Werte aus einem Link und Schaltflächen, die kopieren.

# Schaltfläche: kopiert die Adresse dieser Seite mit den Werten des Lesers.
panel-share = Link mit meinen Werten kopieren
# Wenn ein Wert gebraucht wird, der noch unbekannt ist, für die Schaltfläche oder um einen Servernamen zu kopieren; das Feld erhält den Fokus.
value-missing = Geben Sie zuerst diesen Wert ein.
# Danach folgt, was eingegeben werden darf, etwa „eine ganze Zahl von 1 bis 99“.
value-refused = Das passt nicht. Erlaubt:
# Nach der Eingabe eines Werts. Er ist im Browser gespeichert.
values-shown = Gespeichert. Alle Anleitungen zeigen jetzt Ihre Werte.
# Dasselbe, wenn der Browser nichts speichert.
values-shown-here = Auf dieser Seite angezeigt. Ihr Browser speichert keine Werte für andere Seiten.
# Nachdem die gespeicherten Werte entfernt wurden.
values-forgotten = Ihre Werte sind aus diesem Browser entfernt.
# Nach „Link mit meinen Werten kopieren“.
values-shared = Der Link ist kopiert.
# Vorgelesener Name der Leiste, die erscheint, wenn die Adresse der Seite Werte enthält.
link-title = Werte aus einem Link
# Text dieser Leiste.
link-text = Diese Seite zeigt Werte aus einem Link:
# Schaltfläche: die Werte aus dem Link als eigene speichern.
link-keep = Behalten
# Schaltfläche: zurück zu den eigenen Werten.
link-mine = Meine verwenden
# Nach dieser Schaltfläche. Vielleicht gibt es keine eigenen Werte.
link-left = Die Werte aus dem Link werden nicht mehr angezeigt.
# Wenn ein Link einen unmöglichen Wert enthält, etwa 777, wo 1 bis 99 erlaubt ist.
link-refused = Dieser Link enthält einen Wert, der nicht passt. Er wird nicht verwendet.
# Vorgelesener Name einer Schaltfläche. $value: „pro3.mail.ovh.net“ oder „993“.
copy-value = { $value } kopieren
# Vorgelesen nach dem Kopieren.
copied-value = Kopiert: { $value }
# Vorgelesener Name der Schaltfläche an einem Codeblock.
copy-code = Code kopieren
# Vorgelesen nach dem Kopieren.
copied-code = Der Code ist kopiert.
# Der Browser hat das Kopieren verweigert.
copy-failed = Das Kopieren hat nicht geklappt. Bitte markieren und kopieren Sie den Text.
