### Testi dei comandi intorno a una pagina: colori, immagini, passaggi, link ai titoli.
### Si leggono o si ascoltano nel mezzo di una guida: devono essere brevi.

# Nome letto ad alta voce della scelta tra colori chiari e scuri, nell'intestazione.
theme = Colori
# Le tre scelte: come il dispositivo, sempre chiari, sempre scuri.
theme-auto = Automatici
theme-light = Chiari
theme-dark = Scuri
# Pulsante che chiude un menu o un'immagine.
close = Chiudi
# Nome letto ad alta voce del piccolo «#» accanto a un titolo, link a quella stessa sezione. $heading: il testo del titolo.
heading-link = Link alla sezione: { $heading }
# Nome della casella accanto a un passaggio, da spuntare quando è fatto.
step-done = Fatto
# Nome letto ad alta voce di un'immagine ingrandita senza descrizione.
picture = Immagine
