### Valori inseriti da chi legge, valori di un link e pulsanti che copiano.

# Pulsante: copia l’indirizzo di questa pagina con i valori di chi legge.
panel-share = Copia un link con i miei valori
# Quando serve un valore ancora sconosciuto, per il pulsante o per copiare un server; il campo riceve il cursore.
value-missing = Inserire prima questo valore.
# Seguito da ciò che si può inserire, ad esempio “un numero intero da 1 a 99”.
value-refused = Questo valore non va bene. È ammesso:
# Dopo l’inserimento di un valore. È memorizzato nel browser.
values-shown = Salvato. Ora tutte le guide mostrano questi valori.
# Lo stesso quando il browser non memorizza nulla.
values-shown-here = Visibile in questa pagina. Il browser non salva i valori per altre pagine.
# Dopo l’eliminazione dei valori memorizzati.
values-forgotten = I valori sono stati rimossi da questo browser.
# Dopo “Copia un link con i miei valori”.
values-shared = Il link è stato copiato.
# Nome letto ad alta voce della barra che compare quando l’indirizzo della pagina contiene valori.
link-title = Valori di un link
# Testo di questa barra.
link-text = Questa pagina mostra i valori di un link:
# Pulsante: memorizzare i valori del link come propri.
link-keep = Conserva
# Pulsante: tornare ai propri valori.
link-mine = Usa i miei
# Dopo quel pulsante. Il lettore potrebbe non avere valori propri.
link-left = I valori del link non sono più mostrati.
# Quando un link contiene un valore impossibile, per esempio 777 dove si può da 1 a 99.
link-refused = Questo link contiene un valore non valido. Non viene usato.
# Nome letto ad alta voce di un pulsante. $value: “pro3.mail.ovh.net” o “993”.
copy-value = Copia { $value }
# Letto ad alta voce dopo la copia.
copied-value = Copiato: { $value }
# Nome letto ad alta voce del pulsante di un blocco di codice.
copy-code = Copia il codice
# Letto ad alta voce dopo la copia.
copied-code = Il codice è stato copiato.
# Il browser ha rifiutato di copiare.
copy-failed = La copia non è riuscita. Selezionare il testo e copiarlo.
