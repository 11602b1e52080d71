extension VagueTerms {
    /// Latvian.
    static let latvian: [VagueTerm] =
        VagueTerm.terms(
            .time,
            """
            ļoti īsā, ļoti īsā laikā, ļoti īsā secībā, ļoti īsā termiņā, īsā laikā, īsā secībā, īsā termiņā, īsākajā laikā
            pēc iespējas ātrāk, pēc iespējas drīzāk, cik ātri vien iespējams, cik drīz vien iespējams, cik ātri iespējams
            iespējami ātri, iespējami drīz, ātri, ātrāk, ātrs, ātra, ātru, ātras, ātrai, ātram, ātrie, ātrāka
            ātrāku, ātrākas, drīz, drīzumā, drīzāk, nekavējoties, nekavējošs, nekavējoša, nekavējošu, tūlīt, tūlītēj~, uzreiz
            bez kavēšanās, bez nepamatotas kavēšanās, laicīgi, laikus, savlaicīg~, operatīvi, operatīva, operatīvu, operatīvs
            steidzami, steidzam~, tuvākajā laikā, saprātīgā termiņā, saprātīgā laikā, nesen, pie pirmās izdevības
            """)
        + VagueTerm.terms(
            .extent,
            """
            regulāri, regulārs, regulāra, regulāru, bieži, biežāk, dažreiz, dažkārt, reizēm, laiku pa laikam, ik pa laikam
            periodiski, parasti, lielākoties, vispār, pastāvīgi, nepārtraukti, vairāki, vairākas, dažas, daži, pietiekami
            pietiekam~, būtiski, ievērojami, ievērojam~, nozīmīgi, pārāk ilgi, pārāk daudz, minimāl~, nedaudz
            """)
        + VagueTerm.terms(
            .judgement,
            """
            atbilstoš~, piemērots, piemērota, piemērotu, piemērotas, piemēroti, pienācīg~, saprātīg~, pieņemam~
            pieklājīg~, laipni, laipns, laipna, laipnu, draudzīg~, profesionāl~, skaidri, skaidrs, skaidra, skaidru, skaidras
            efektīvi, efektīvs, efektīva, efektīvu, efektīvas, kvalitatīv~, rūpīgi, rūpīg~, saprotam~, vienkārši
            vienkāršs, vienkārša, vienkāršu, ērti, ērts, ērta, ērtu, patīkam~, elastīgi, elastīg~, izcili, izcil~, labi
            """)
        + VagueTerm.terms(
            .openEnd, "utt, u.t.t., un tā tālāk, u.c., un citi, un citas, un tamlīdzīgi, u.tml., un vairāk, un līdzīgi")
        + VagueTerm.terms(
            .exception,
            """
            ja iespējams, ja tas iespējams, ja tas ir iespējams, kad iespējams, kur iespējams, pēc iespējas, iespēju robežās
            cik vien iespējams, ja nepieciešams, ja tas nepieciešams, pēc vajadzības, pēc nepieciešamības
            vajadzības gadījumā, nepieciešamības gadījumā, izņēmuma gadījumos, īpašos gadījumos, atsevišķos gadījumos
            ideālā gadījumā, ideāli, censties, centīsimies, mēģināt
            """)
        + VagueTerm.terms(nil, "cik ātri, cik drīz, cik bieži, bieži uzdot~, biežāk uzdot~")
}
