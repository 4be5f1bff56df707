//! Asterisks that CommonMark would pair with others than their author meant.

use super::check;
use expect_test::expect;

#[test]
fn bold_text_is_counted_where_signs_stand_beside_it() {
    check(
        "**« a »**b, l'**« c »** ,**d**: **e :**f **g **h\n\n**「引用」**文字 *強調*。**：**文字\n\n**`a`**b **[c](https://c.example)**d **`E`{.action}**f\n\n## **(a)**b **(c)**d\n\n| **(a)**b | **(c)**d |\n|-|-|\n| **(e)**f | x **(g)**h **(i)**j |\n",
        expect![[r#"
            p __« a »__b, l'__« c »__ ,__d__: __e :__f __g __h
            p __「引用」__文字 _強調_。__：__文字
            p __`a`__b __(c→https://c.example)__d __[E]__f
            h2 __(a)__b __(c)__d
            table 1x2 head
              - __(a)__b
              - __(c)__d
              - __(e)__f
              - x __(g)__h __(i)__j
            1:1: bold-flanking
            1:33: bold-flanking
            1:42: bold-flanking
            3:1: bold-flanking
            3:17: bold-flanking
            5:1: bold-flanking
            5:10: bold-flanking
            5:38: bold-flanking
            7:4: bold-flanking
            7:13: bold-flanking
            9:3: bold-flanking
            9:14: bold-flanking
            11:3: bold-flanking
            11:16: bold-flanking
            11:25: bold-flanking
        "#]],
    );
}

#[test]
fn bold_text_over_lines() {
    check(
        "a **(b)**c **d\ne** f **(g)**h **(i)**j\n\n> [!primary]\n> a **(b)**c **d\nlazy** **(e)**f **(g)**h\n",
        expect![[r#"
        p a __(b)__c __d⏎e__ f __(g)__h __(i)__j
        callout primary
          p a __(b)__c __d⏎lazy__ __(e)__f __(g)__h
        1:3: bold-flanking
        2:7: bold-flanking
        2:16: bold-flanking
        5:5: bold-flanking
        6:1: callout-lazy-line
        6:8: bold-flanking
        6:17: bold-flanking
    "#]],
    );
}

#[test]
fn asterisks_that_cannot_be_counted() {
    check(
        "*a**, *b**, **(c)**d\n\n***a*** **(b)**c **(d)**e\n\n2 ** 3 **(a)**b **(c)**d **e\n\n`**(a)**b` \\**(c)**d **e**\n\n«**?**» pro**?**.mail.ovh.net\n",
        expect![[r#"
            p _a_, _b_, __(c)__d
            p ___a___ __(b)__c __(d)__e
            p 2 __ 3 __(a)__b __(c)__d __e
            p `**(a)**b` *_(c)_d __e__
            p «__?__» HOST0
            1:4: bold-unclosed
            1:10: bold-unclosed
            1:13: bold-flanking
            3:9: bold-flanking
            3:18: bold-flanking
            5:3: bold-flanking
            5:13: bold-flanking
            5:22: bold-flanking
            7:14: bold-flanking
            7:19: bold-unclosed
        "#]],
    );
}

#[test]
fn asterisks_that_refer_to_a_note_stay() {
    check(
        "10 €* and **20 €*** of c**, d***.\n\n| Abc.* | 9 ** |\n|-|-|\n| **b*** | c<sup>*</sup> |\n\n\\* d\n\n\\*\\* e\n\n<table><tr><td>e<sup>**</sup></td><td>* f **g**</td></tr></table>\n",
        expect![[r#"
            p 10 €* and __20 €__* of c**, d.
            table 1x2 head
              - Abc.*
              - 9 **
              - __b__*
              - c<sup *>
            p * d
            p ** e
            <table>
              <tbody>
                <tr>
                  <td>
                    - e<sup **>
                  <td>
                    - * f __g__
            1:30: bold-unclosed
        "#]],
    );
}

#[test]
fn asterisks_without_notes() {
    check(
        "10 €* and\n\n- 20 €*\n- **b***\n- c** d*\n- e<sup>*</sup> f\n\nName*: g\n",
        expect![[r#"
        p 10 € and
        ul
          - 20 €*
          - __b__*
          - c d
          - e<sup *> f
        p Name: g
        1:5: bold-unclosed
        5:4: bold-unclosed
        5:8: bold-unclosed
        8:5: bold-unclosed
    "#]],
    );
}

#[test]
fn asterisks_of_names_that_stand_for_any() {
    check(
        "vps:* and (d/*)\n\napiovh:*/get\n\n2.10.*\n\n/a/**/b /c/*\n\nbind *:443, a-*-b\n\nE:** f\n\nG.* h\n",
        expect![[r#"
            p vps:* and (d/*)
            p apiovh:*/get
            p 2.10.*
            p /a/**/b /c/*
            p bind _:443, a-_-b
            p E: f
            p G. h
            11:3: bold-unclosed
            13:3: bold-unclosed
        "#]],
    );
}

#[test]
fn bold_text_with_spaces_inside_its_asterisks_is_counted() {
    check(
        "**Étape 1 : **cliquez, puis ** attendez** la fin.\n\n**Type : **valeur, **Gras**, «**?**».\n\n**Nom **: valeur et ** Note** texte.\n\n*(facultatif)*puis ** Note** texte.\n\n2 ** 3 et 4 ** 5 et **gras**.\n",
        expect![[r#"
            p __Étape 1 : __cliquez, puis __ attendez__ la fin.
            p __Type : __valeur, __Gras__, «__?__».
            p __Nom __: valeur et __ Note__ texte.
            p _(facultatif)_puis __ Note__ texte.
            p 2 __ 3 et 4 __ 5 et __gras__.
            1:1: bold-flanking
            1:29: bold-flanking
            3:1: bold-flanking
            5:1: bold-flanking
            5:21: bold-flanking
            7:1: bold-flanking
            7:20: bold-flanking
            9:3: bold-flanking
        "#]],
    );
}

#[test]
fn three_asterisks_among_bold_text() {
    check(
        "**10 %**de remise, ***tout*** compris, et l'**« offre »**fin.\n\n**Nom :**valeur (**voir *ici***) et «**?**».\n",
        expect![[r#"
            p __10 %__de remise, ___tout___ compris, et l'__« offre »__fin.
            p __Nom :__valeur (__voir _ici___) et «__?__».
            1:1: bold-flanking
            1:45: bold-flanking
            3:1: bold-flanking
        "#]],
    );
}

#[test]
fn asterisks_that_belong_to_words_and_wildcards() {
    check(
        "All files (*.*) of 10.1.*.* here.\n\nAlle Nutzer*innen sehen das.\n\nAlle Nutzer*innen und Kund*innen *sehen* das.\n",
        expect![[r#"
            p All files (*.*) of 10.1.*.* here.
            p Alle Nutzer*innen sehen das.
            p Alle Nutzer*innen und Kund*innen _sehen_ das.
            1:12: emphasis-unmeant
            1:25: emphasis-unmeant
            5:12: emphasis-unmeant
        "#]],
    );
}
