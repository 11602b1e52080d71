extension PatternCase {
    /// Random patterns and texts, as the Python module `re2` 1.1.20251105 answers.
    static let random: [PatternCase] = [
        .init("\u{10FFFF}+?", found: ["\u{10FFFF}"], notFound: ["\u{C9}a", " a a", "a\n"]),
        .init(
            #"\P{Latin}?[\x{ffff}-\x{10001}_S]$"#, found: ["_", "\u{2028}\nS", "\t\u{1C4}s^:_"],
            notFound: ["aababk", "\u{10428}0", ""]),
        .init(
            #"(?<_n1>\C+?\d|)(\B|b|)?? "#, found: [" ", " \nbaa", "bk aa"],
            notFound: ["(\u{10400})", "ka", "s[\u{E000}"]),
        .init(
            #".|\S.*[[:^ascii:][:alpha:]]"#,
            found: ["\u{1C6}\u{436}", "-(\u{DF}s\u{FFFD}\u{10FFFF}", "\u{212A}\u{FFFD}\u{1F600}"], notFound: [""]),
        .init(
            #"[\#u{391}-\#u{3A9}]\Qb\E\#u{416}{3,}|[r-t!-~]{2,}?.??"#,
            found: ["\u{1FBE}\u{399}S9\u{39B}", " \n\n ak", "akak "], notFound: ["\u{399}", "b", "\u{FFFD}c"]),
        .init(
            #"[^\S][k\\b\#u{E9}][^\p{Lo}S]"#, found: [" kbk", "a\nbba", "k b\nba"],
            notFound: ["\na\n", "\u{80}", "\u{1FBE}a"]),
        .init("S[a-z[:^ascii:]]", found: ["\u{2028}S\u{436}"], notFound: ["\u{3A3}](\u{1F600}-", "ka", ""]),
        .init(#"0|\A^*?\C"#, found: ["{", ")\u{436}.(\u{80}", "\n\n"], notFound: [""]),
        .init(
            #"\w(?ii:K|\#u{17F}?)|c{1,}"#, found: ["aa", "\u{436}b", "a"],
            notFound: ["\u{416}{\t\u{3A3}", "\u{B5}\u{17F}.\u{7F}", ""]),
        .init(
            #" +[!-~\x{0}-\x{10FFFF}[:digit:]\#u{3A3}]"#, found: ["  k", "a\r\t^ \u{3B9}", "\n\n ab"],
            notFound: ["ka ", "bka", ""]),
        .init(
            #"[-_]\B{2}[^\#u{3B9}A-Z$]"#, found: ["*-\u{DF}\u{80}$", "-["],
            notFound: ["", "\u{3BB}\u{3A3}\u{416}^\u{416}(", ".\u{436}\u{FFFD}"]),
        .init("^+?b+|b[S]{-1}", found: ["bkba", "b", "ba"], notFound: ["\u{7F}\u{1F600}", " aa\u{345}", "ak "]),
        .init(#".(.{0,}?a.{0}\B*)(?s:\B|b)"#, found: ["bab ", "kaakak", " \naaa"], notFound: ["\n", "kb ", " "]),
        .init(
            "(?s-s:\u{65E5})",
            found: ["\n\u{65E5}\u{7F}\u{7F}", "\u{65E5}\u{10428}\u{1C5}\u{3C3}-.", "\u{65E5}\u{39B}K"],
            notFound: ["k   kk", "kaba\nb", "a"]),
        .init(
            #"[^\sa-zK\#u{1C6}].+"#, found: ["\u{3B9}\u{3C2}", "(\u{1C4}}a\u{345}", "{\u{B5}\u{2028}K-\u{416}"],
            notFound: [" \n\u{1C6}", "\u{1C6}K\u{1E9E}", ""]),
        .init(#"\x{62}[^\#u{FFFD}]|S^"#, found: ["b\n abb", "bk a", "kbb"], notFound: ["", " ", "a"]),
        .init(
            #".\B[s[:^lower:]].?"#, found: ["\u{65E5}\u{A0}\u{7F}", "c\r\u{3C2}[", "9]b\u{10FFFF}\r\u{345}"],
            notFound: ["", "k", "\na"]),
        .init(
            "]?(?ss)\u{3C2}", found: ["\u{3C2}", "\u{DF}\u{3C2}", "\u{3C2}\u{3BB}"],
            notFound: ["", "\u{436}\u{212A}", "\u{DF}a\u{1E9E}\u{1E9E}\u{39B}\u{1FBE}"]),
        .init(#"a(?m:\x{73})?"#, found: ["a\n", "\nb\n ba", "aaa\n"], notFound: ["*", "\u{E000}", "^"]),
        .init("a.$", found: ["aa", " b\nkab", " kbbak"], notFound: ["_\u{399}]", "k", "a"]),
        .init(
            "[[:word:]]", found: ["aaa", "\u{436}a\u{39B}", "k$\u{416}\u{1F600}\u{65E5}"],
            notFound: ["\u{1C6}", "\u{3C2}\r\u{1F600}\u{1E9E}\n", "\u{E9}"]),
        .init(
            #"\[|.\S|.\#u{1C5}"#, found: ["K:", "\u{80}\n\u{3BC}\u{39B}", "\u{E9}\r\u{436}\u{E000}\u{1FBE}"],
            notFound: ["", "a\n\n \n", "\u{DF}"]),
        .init(#"(?s:\060\d$)*a{3}?\A|\B-"#, found: ["]-\u{1FBE}\u{436}0\u{10400}"], notFound: ["\u{65E5}", " ", "k"]),
        .init(#"(?:[\#u{1C5}]_|.|\b)"#, found: ["\u{A0})", "akaa\n\n", "aa\n"], notFound: ["\n", ""]),
        .init(
            #"S|\#u{345}\s??"#, found: ["b\u{345}\u{E9}S\n", "\u{1FBE}\u{345}a", ":\u{3B9}\u{1C6}\u{345}0\u{3BC}"],
            notFound: ["", ":.\na:\u{39B}", "bk"]),
        .init(
            #"[^\#u{80}!-~-]\P{P}[k-][^-]??"#, found: ["\nak", " bk\n "],
            notFound: ["\n", "\u{1FBE}\n)\u{A0}\u{416}", "\u{10FFFF}\u{1E9E}s\u{65E5}"]),
        .init(
            #"\Q\#u{17F}}\E+?\Q\#u{FFFD}\#u{399}\#u{399}\E|0"#, found: ["_0\u{65E5}", "K0k\u{DF}"],
            notFound: ["\u{FFFD}\u{E9}", "\n bbaa", "\u{399}\u{10FFFF}:"]),
        .init("([_a[:xdigit:]b]){2,}", found: ["kaa", "aa", "k abk"], notFound: ["a\n", "\u{1E9E}", "a"]),
        .init(
            "[^a-c[:lower:]]", found: ["\u{1C5}]}\u{1E9E}\u{10428}\u{DF}", "a \nka\n", "\u{3C3}-]"],
            notFound: ["", "aa", "kk"]),
        .init(".[k[:^cntrl:]]", found: ["a\u{1C4}.\u{1C5}", "ab \na", "ba"], notFound: ["\\", "\t", ""]),
        .init(#"\bK*?"#, found: ["k", "aa", " ba"], notFound: ["\u{E000}(", "\u{10400}", " "]),
        .init(#"[[:alpha:]\x{7f}\#u{391}-\#u{3A9}\S]"#, found: ["kaakk", " bk", "0"], notFound: ["\n\r", "", " "]),
        .init(
            #"\P{N}*\w|(?-mi:b\B?\za{1,3})"#, found: ["\u{E000}\u{3B9}\u{3B9}].K", "9\u{3C3}", "kbb"],
            notFound: ["\r\u{1FBE}\u{10428}\u{17F}", " \u{3A3}", "$"]),
        .init(
            "[j-l]+", found: ["\nkb", "\na bk", "\u{FFFD}\u{3B9}k\u{1FBE}"], notFound: ["ab\n", "\u{E9}:\u{436}", "("]),
        .init(
            #"k?[^[:digit:]\W]"#, found: ["\u{3C2}k\u{7F}", "k", "a a"],
            notFound: ["\u{1C5}.", "\u{1C5}$\u{3BB}", "\n"]),
        .init(
            #"(?:|)\b+|(\D)\#u{17F}\z\#u{416}|\#u{65E5}\v"#, found: ["aa", "\u{399}s", "\u{345}k"],
            notFound: ["\u{1C5}", "\u{416}$:(\u{39B}\u{1C6}", "\u{3A3}\u{3A3}\r}"]),
        .init(
            #".\#u{1C5}[SK[:^ascii:].-]|\n"#, found: ["k\n", "bb\nab\n", "ka\n\n "],
            notFound: ["(", "", "9\u{FFFD}\u{80}\u{3C2}a\u{10FFFF}"]),
        .init(
            #"[A-Z \#u{3B9}]|[\x{d700}-\x{e001}]K[ \#u{1C5}\#u{3C2}]\#u{3C2}"#, found: ["a\na \na", "a b", "ak  "],
            notFound: ["kk", "", "\u{10428}\u{17F}\u{212A}\r"]),
        .init(
            #"a*?K\C"#, found: ["\u{212A}K\u{3C3}$\u{1E9E}", "\u{7F}K*", "Kkb\u{80}\u{B5}"],
            notFound: ["\u{2028}a(\u{3B9}\u{212A}a", "\u{212A}b", "ab\nb"]),
        .init(
            #" \D|\#u{B5}$+|a"#, found: ["{\u{1C5}\t\u{10400}a ", "a", "baa"],
            notFound: ["S\u{80}$\u{345}^\u{10FFFF}", ")*\u{1C4}b\u{DF}", ":-"]),
        .init(#"\B\z+?"#, found: ["", "k\u{345}*", " \n"], notFound: ["aak", "b", "k\nb"]),
        .init("-[a-c]{1}", found: ["-b"], notFound: ["\u{10428}\u{436}$\u{399}", "\n\nabaa", ""]),
        .init(
            #"[^\p{^Lo}S[:alnum:]\P{Pd}]\#u{416}|K"#, found: ["K"],
            notFound: ["\u{17F}9a", ")\u{436}\u{39B}\u{C9}", "\u{DF}s"]),
        .init(
            #"[\w\-]"#, found: ["k)s", "\u{A0}\u{39B}\u{39B}\u{65E5}-", "akb"],
            notFound: ["\u{3A3}\u{7F}\u{1E9E}", "\u{10428}^\u{3BC}", "\u{436}"]),
        .init(
            #"\p{L}*?[b\S]{3,}?"#, found: ["(\u{436}.", "K\u{DF}a", "\u{3C2}s\u{FFFD}\u{E9}_"],
            notFound: ["\u{1FBE}", "\u{1E9E}c", ""]),
        .init(
            #".\x{2028}|(?<\#u{E9}1>)({-1}{1,}?9S)s$"#, found: ["\u{C9}\u{2028}b\u{C9}", "^\u{2028}\u{C9}}\u{10428}"],
            notFound: ["b\nk k\n", "\n\u{1C4}", " b"]),
        .init(
            #"_{1?[^\-\#u{E000}b]*|\pL+"#, found: ["\u{1E9E}\r\u{3BB}", "k", "\u{10428}"], notFound: [" ", "", "\n"]),
        .init(
            "[^[:blank:]K-\u{212A}]-", found: ["\u{E000}-_", "\u{E000}-\u{FFFD}\\\u{E000}"],
            notFound: ["k\nk", "\n \n b ", "\u{E9}"]),
        .init(
            #"0+[^!-~_\x{e9}]{0,}"#, found: ["\u{3A3}\u{436}\u{2028}0\u{3A3}", "b0", "\\\u{A0}\u{7F}(0\u{C9}"],
            notFound: ["", "k\u{1FBE}", "{\u{436})"]),
        .init("k\u{345}{0}.*", found: ["akb\na\n", "kk", "kka\nk"], notFound: ["a", "\u{10400}:\u{1C4}\u{DF}", "_["]),
        .init(
            #"\r?[^\#u{E9}a-c]*\B"#, found: ["-", "\u{65E5}\u{3B9}\u{416}\u{1F600}\u{FFFD}\u{3C2}", "kk"],
            notFound: ["a", "k\na", "b\na"]),
        .init(
            #"\Ws"#, found: [":s\u{3B9}\u{3C3}\u{10FFFF}\n"],
            notFound: ["ab\na", "\u{3C2}^\u{3B9}", "\u{1C5}9-\u{436})"]),
        .init(
            #"[^[:alpha:]\ds-\#u{17F}[:ascii:]](?:)"#,
            found: ["9.:\u{416}", "[k\u{65E5}\u{3C2}\u{17F}", "\u{3C3}\u{10428}^"], notFound: ["a", "(\u{A0}", " "]),
        .init(
            #"(^?.[[:^graph:]]*)\#u{3B9}\p{Any}"#, found: ["\u{416}\t9s\u{3B9}S"],
            notFound: ["kk", "\n\r", "\u{3C3} a\u{3B9}"]),
        .init(
            "[S]", found: ["S9", "\u{DF}S\u{1FBE}\u{10428}", "}S\u{212A}\u{A0}b"],
            notFound: ["\u{65E5}(\\", "\u{17F}", "\u{10428}c\u{39B}"]),
        .init(
            #"a\A|[^A-Z\#u{10400}-\#u{10410}-]"#, found: ["\u{DF}\u{3A3}\u{3C3}\u{2028}b", "k-", " a aak"],
            notFound: [""]),
        .init(#".\C*"#, found: ["\na a", "ba", "\u{2028}"], notFound: ["", "\n", "\n\n"]),
        .init(
            #"c0??|\p{P}\b{3}[kKa-c]+?"#, found: ["\u{3BB}\u{80}\u{345}c", "\u{10FFFF}c", "c\r"],
            notFound: ["_", "aak\na", " ab\na"]),
        .init(
            #"[9\d][^.]?|(s+\B\z{1,}?)+|09{3,}?"#, found: ["9\u{3BB}\u{399}\ta\u{80}", "^0", "9"],
            notFound: ["a\u{3C2}", "", "a kb"]),
        .init(
            #"{1k|a[\x{20}\#u{1C6}j-l]{0,2}"#, found: ["a", "ka", " a\n b"],
            notFound: ["[s\u{345}", "b\n", "bSb\u{E9}"]),
        .init(#"b?\C(?:|^{0,2}b)"#, found: ["a\nkab", "\u{3BB}s", "a"], notFound: [""]),
        .init(".{2}?", found: ["a\u{17F}", "K\u{E9}", "bak \na"], notFound: ["\r", "\u{1FBE}", "\u{39B}"]),
        .init(#"(?mm:\p{Han}){0,3}[^$\#u{416}]\z"#, found: ["\u{39B}^K", "k ka", "\u{65E5}"], notFound: [""]),
        .init("_|[^s\u{3A3}]{2}a", found: ["k\na\n", "baaaa ", "aaa"], notFound: ["\u{3B9}9}", "k\n", "abb k"]),
        .init(#"[\D:]."#, found: ["\u{2028}\n\u{3BC}\u{1C6}[", "kk \nkk", "k\nk  "], notFound: [" ", "", "k"]),
        .init("$?k", found: ["aak", "}k", "bbakb\n"], notFound: ["_\u{39B}\u{10FFFF}", "S9\r", "\u{FFFD}\u{3A3}"]),
        .init(#"\s\x{10400}{0,}|0"#, found: ["\r\u{3C3}", "^\n", " "], notFound: ["\u{C9}\u{80}b\u{1FBE}", "b", "a"]),
        .init(
            #"[:\P{C}].[9\#u{430}-\#u{44F}[:alnum:]]"#, found: [" \nabk", "abab\n ", "kk a "],
            notFound: ["K]", "", "*{\u{3B9}) "]),
        .init(
            #"(?U:)\x{2028}|\#u{DF}+"#,
            found: ["\u{2028}\u{10400}", "\u{10FFFF}b\u{65E5}\u{DF}}\u{DF}", "\u{10FFFF}k\u{FFFD}s\u{DF}"],
            notFound: ["\u{436}", "\nbk\nk ", "9 ]\u{C9}"]),
        .init(
            #".\p{Lo}|(?s:\#u{65E5}{1,})-\#u{1E9E}+"#, found: ["b\u{80}\u{65E5}\u{39B}\u{3C3}\u{1E9E}"],
            notFound: ["", " ", "k\n aab"]),
        .init(
            #"\p{Cc}0*\b{1}? ?"#, found: ["kb \n\na", "\na a", "\nb"], notFound: ["\u{399}]-{\u{3BC}", "  baa", "a"]),
        .init(
            "[!-~].|b|b+", found: ["\u{1F600}$\u{10428}", "9b\u{3C3}^\u{212A}\u{65E5}", "_\u{416}\u{3A3}"],
            notFound: ["\u{212A}\u{1FBE}", "\u{212A}\u{3B9}\u{1F600}", "\u{3A3}^"]),
        .init(
            #"[\s.[:^xdigit:]\d](?U:[\#u{10428}b])b|\#u{39B}"#,
            found: ["\u{39B}\u{1C6}\u{2028}\u{C9}9", " kbb", "\u{1FBE}\u{3B9}\u{39B}a\u{B5}K"],
            notFound: ["  abb", "", "\u{399}\u{212A}\u{3C2}\u{399}b"]),
        .init(
            #"-(?i::||\#u{1E9E})|\p{^Deseret}"#, found: ["aab aa", "\u{3B9}[k:(\n", "\u{E9}\u{DF}"],
            notFound: ["", "\u{10428}"]),
        .init(
            "(0{1}$|.([ba].k{0,}){1,4}).*", found: ["bbka \n", "kba", "kaaba"],
            notFound: ["K", "\u{3C2}^", "\u{A0}k\u{3BB}0c9"]),
        .init(
            #"[]\p{Any}]+[S!-~]s??|s"#, found: ["\na \n", "a\n  k ", "\nka"], notFound: ["a", "\n", "\u{416}\u{A0}"]),
        .init(#"\C|(?:)*[\#u{FB00}-\#u{FB06}c]"#, found: ["\u{3C3}\u{436}\u{A0}", " ", "\u{3A3}c"], notFound: [""]),
        .init(
            #"[\W\x{9}]|\$+\#u{1C6}\b"#, found: ["akk\nb\n", "S\u{E000}\u{DF}\u{436}:", "\u{39B}9"],
            notFound: ["akkb", "k", ""]),
        .init(#"K\B{3,}"#, found: ["Ks*}"], notFound: ["[\u{3C2}^b\u{3B9}", "a  aba", ""]),
        .init(
            #"()(?P<_n1>-?)[:]\w*|-|\p{Zs}"#, found: ["aba k", "a  k\n", "aa\n ab"],
            notFound: [
                "\u{3B9}\u{3BB}a9\u{65E5}b", "\u{1C4}\u{2028}\u{10FFFF}\u{B5}", "\u{3BB}\\\u{FFFD}\u{B5}a\u{212A}",
            ]),
        .init(#".9\z"#, found: ["\u{212A}$\u{3C3}9"], notFound: ["{\u{C9}_", "", "a"]),
        .init(
            #"[^9\#u{430}-\#u{44F}\p{Greek}]{1,}.[[:cntrl:]]?"#, found: [" \n\n a", "k\u{345}b", "ak k a"],
            notFound: [" ", "", "b"]),
        .init(#"K\p{^Lu}|[^Kr-t]^+(?i-U:9\#u{39B}?)"#, found: ["\u{B5}K\n"], notFound: ["ak", "\u{80}\r", "k"]),
        .init(
            #"[^\x{10400}]+|.\C+[[\#u{65E5}[:xdigit:]\#u{1C4}]"#, found: ["bk", "b", "\u{A0}(b\u{A0}\u{1C5}:"],
            notFound: [""]),
        .init(
            #"[\p{Mn}[:space:]]"#, found: [" .", "\nkkka", "b abk"],
            notFound: ["\u{7F}{a", "akab", "b{\u{3A3}\u{A0}\u{65E5}\u{436}"]),
        .init(#"-\S\Q.\E+.|b|[[:alnum:]]"#, found: ["K]\u{E9}", "aak", "b"], notFound: ["\u{3B9}\u{345}^", "", "["]),
        .init(
            #"[\p{Han}\x{1}-\x{ffff}_]{0,2}?.."#, found: ["\na b", "\u{1E9E}\u{345}", "\u{1C4}\u{C9}"],
            notFound: ["", "\n", "s"]),
        .init(
            "(b\u{A0})|^{0,2}[[:space:]-]",
            found: ["\t\u{10400}\u{3BC}\u{E9}", "\u{1F600}a\u{10428}\u{3C2}\r", ":\r_s\u{A0}"],
            notFound: ["\u{B5}", "", "\u{3B9}\u{3BC}\u{416}K"]),
        .init(
            #"\p{Ll}+."#, found: ["a\n ka", "b\u{399}_", "\u{436}:\u{E000}"], notFound: ["\u{FFFD}s", "K0", "_\u{C9}b"]),
        .init(
            #"0|..(?:(\#u{A0}{1,4}$)\x61a )*?"#,
            found: ["\\\u{212A}\u{10400}\u{399}", "\u{10FFFF}\u{1E9E}\u{2028}", "a\u{E000}\u{3BB}"],
            notFound: ["a", "\u{7F}", "\n\n"]),
        .init(
            #"\W{1,4}c."#, found: ["\u{1F600}[\u{436}c\u{345}_", "\u{3BC}\nck", "0(\u{7F}c\u{3C2}\u{A0}"],
            notFound: ["a k", "_b\u{2028}", "\u{C9}\u{80}"]),
        .init("[j-lK-\u{212A}]", found: ["a", "\u{B5}", "k kk"], notFound: ["", "\u{10FFFF}", "\u{65E5}"]),
        .init(
            ".[a]", found: ["aka", "\n\nbka", "Ka\u{7F}\u{1C6}"],
            notFound: ["\u{39B}\u{7F}\u{3C3}\u{65E5}\u{345}", "\u{3C3}]", "\u{C9}\u{1C5} "]),
        .init(
            #"s|\^."#, found: ["\u{3C2}s]c\u{10FFFF}", "s\u{3BC}\u{436}\u{3BB}a", "\u{1FBE}s"],
            notFound: ["", "bk", "c"]),
        .init(
            #"(?:0|(?:.??[^K-\#u{212A}\#u{3B9}])\B)."#, found: ["*\u{1C6}", "\n\t\u{DF}\u{B5}_\u{1FBE}", "a\n aa"],
            notFound: ["", "a\n", "\na ka"]),
        .init("\u{65E5}k|.", found: ["\u{1E9E}", " ", "ba"], notFound: ["", "\n", "\n\n"]),
        .init(#"\v|\b.{1}0|k"#, found: ["\n bk", "k[k", "ak"], notFound: ["\u{1F600}", "a\u{436}:", "ba"]),
        .init(#".|.*?\x2A"#, found: ["\r0\u{B5}\u{3C2}\u{E000}\u{3B9}", "\\", "\u{1C5}*"], notFound: ["", "\n"]),
        .init(#"\z*?K|[\-\p{Pd}a-z]S\W"#, found: ["_K\u{1F600}"], notFound: ["\n ", "\u{399}\u{3C3}\u{10428}", ""]),
        .init(#"\B+\D"#, found: ["\\}\u{1C5}", "\u{1C4}\u{65E5}\u{1F600}", " "], notFound: ["a\nb\na", "b", ""]),
        .init("0|[^\u{10400}]+", found: ["  a", "akkk\nb", " k a"], notFound: [""]),
        .init(#"[$]?[\x{1}-\x{ffff}K]"#, found: ["aa", "\u{DF}\u{3C2}}", "a"], notFound: [""]),
        .init(
            #"[^\#u{10400}-\#u{10410}\#u{430}-\#u{44F}b-]\wb"#, found: ["\nkb", " ab"],
            notFound: ["\n kak", "", "\u{2028}-9\u{1C6}\n"]),
        .init(
            "^*?(?ssi-i)k|b-??", found: ["aab", "\nb", "ab \na "], notFound: ["\u{10400}\t", "aa aa\n", "$\u{10428}"]),
        .init(
            #"\b[^[:xdigit:]^$k][^ s]+"#, found: ["a \u{3A3}", "0\t$", "a bk"],
            notFound: ["\u{A0}\n$", "\nk", "kakk\n"]),
        .init(
            "(0)+", found: ["0\u{3BC}", "$\u{1C4}\u{7F}:0\u{17F}", "\u{10400}\u{39B}\u{B5}0}\u{436}"],
            notFound: [":", "bk  b", "k \naak"]),
        .init(#"b\#u{3C2}|[^\#u{212A}]\S??"#, found: ["a\na", "\u{1C5}", "\u{1F600}kb\u{2028}bK"], notFound: [""]),
        .init(
            #"[^]\x{d700}-\x{e001}]\x6B\B"#, found: ["akabaa", " ka\nb", "a kbab"],
            notFound: ["", "$\\}\u{1C6}\u{1C6}", "0:]"]),
        .init(
            #"\x{fffd}+"#, found: ["\u{436}*^\u{FFFD}", "\u{3A3}\r\u{FFFD}\u{10FFFF}\n", "\u{3C3}\u{FFFD}\u{1C4}"],
            notFound: ["K\t", "\u{436}", " \u{2028}"]),
        .init(#"k\Q\E"#, found: ["\u{7F}k", "k k\n", " kb"], notFound: [" \na", "a", "\u{10FFFF}\u{1C5}\u{A0}0^"]),
        .init(
            #"[\#u{FFFD}.\]]\p{^Sm}+?\x80?"#,
            found: ["\t\u{1F600}\u{436}\u{2028}]\u{416}", "b\u{FFFD}\rc\u{7F}", ":.\r\\\u{80}\u{3A3}"],
            notFound: ["\n  \n  ", "a\u{3A3}", "\u{3BC}\u{DF}-"]),
        .init(
            #"[^\p{^Latin}-]"#, found: ["b\u{10428}", "\u{7F}\u{1C5}a9\u{1F600}", "\u{399}\u{B5}S)"],
            notFound: ["0(", "\u{10428}\u{FFFD}\u{39B}:", ""]),
        .init(
            #"(?sU:(?P<\#u{E9}1>c|..\[b|\Bs{0}9)^)+|\d"#,
            found: ["9\u{3BC}\u{80}", "\u{C9}}*\u{1E9E}9", "\u{E000}0):\u{3BB}"],
            notFound: ["", "\u{3BB}\u{399}\u{1C6}\u{FFFD}\u{A0}", "\nb"]),
        .init("b.*$", found: ["\u{E9}(\u{A0}b\u{10400}\u{1C6}", " ba", "b"], notFound: ["", " ", "ka\nak"]),
        .init(#"\Sa"#, found: ["ka", "b k ka", "aka"], notFound: ["$*", ".\u{65E5}", "a\nk\n"]),
        .init(
            #"\C{1}|\z."#,
            found: ["\u{3C2}", "\n0\u{1F600}\u{A0}\u{1C4}\\", "\u{212A}\u{17F}\u{1C6}\u{1E9E}\u{2028}\u{1FBE}"],
            notFound: [""]),
        .init(#"(^?s.)*[^\p{Co}](b\b*?a)?"#, found: ["\u{1FBE}", "\u{436}", "\na\n\na"], notFound: [""]),
        .init(
            #"[\#u{80}A-Zs].{0,}\W"#, found: ["s\u{10400}\u{FFFD}\u{1C4}", "K ", "\u{17F}s$"],
            notFound: [" \nk", "bkb", "*"]),
        .init(#"\#u{FFFD}\z"#, found: ["\u{A0}\u{E9}\u{FFFD}"], notFound: ["^", " \n\n", "ba"]),
        .init(#".+\*"#, found: ["\u{10FFFF}*", "*\u{10428}\u{3C3}\r *"], notFound: ["\u{1FBE}", " \u{3A3}", "aab"]),
        .init(
            #" \B(?sm){2,3}"#, found: ["   b", "\u{1C5}^ \u{7F}]k", "\n\n\n \nk"],
            notFound: ["b", "aba\n", "\u{10FFFF}K\u{B5}\u{3B9}\u{39B}$"]),
        .init(
            #"\x{7f}"#, found: ["\u{7F}\u{1C6}\u{1C6}\u{C9}", "}\u{7F}\u{10400}\u{345}", "\u{7F}\t"],
            notFound: ["aa bk", " k", "\nbbak"]),
        .init(
            #"\Q\#n\#u{212A}\E?"#, found: ["a\nbab\n", "aa\naab", "k aa\n\n"], notFound: ["}a", "", "\u{7F}\u{3C2}\r"]),
        .init(#"a|\[{1,1}"#, found: ["a^k{", "abkb\n ", "kka"], notFound: ["\u{E9}0\u{3BC}", "\u{E9}s", "k"]),
        .init(#"\b.*"#, found: ["b", "\u{3C3}\u{10FFFF}0", " ka"], notFound: ["   ", "\u{39B}.", ""]),
        .init(
            #"[K-\#u{212A} ][^0a-z[:^lower:]\p{^Zl}]?"#, found: ["\u{399}\u{E9}\u{416}", "{^*b", "\u{80}\u{1C5}0"],
            notFound: ["\r", "", "\t"]),
        .init(
            "c(?:^??\u{1FBE})?", found: ["(\rbc\u{416}", "$.c\u{416}b_"],
            notFound: [" \n\u{E000}\u{345}\u{436}", "\u{1C4}s\u{E9}", "ab"]),
        .init(
            #"\W*[\#u{39B}]|\r"#,
            found: ["\u{1E9E}\u{3BB}\r", "\u{1FBE}\u{39B}\u{1C4}\u{E000}s", "\r\u{E000}\u{399}."],
            notFound: ["a  ", "s\u{1C4}", "a "]),
        .init(
            #"a|.|\W\D"#, found: ["\u{A0}", "-\u{1C5}\u{39B}\u{10FFFF}\u{1C6}", "\u{1C6}\u{E9}s$"],
            notFound: ["", "\n"]),
        .init(
            "(c*[-[:print:]][^\u{FB00}-\u{FB06}_]|_b{0,3})", found: ["kak", "s-\u{2028}b\u{1C5}", ")c\t)]\u{1F600}"],
            notFound: ["\u{FFFD}\t", "\u{212A}^", "\u{3C2}\u{E000}\u{39B}\u{1C5}\u{1C6}0"]),
        .init(#"[c\t][^sa[:ascii:]]+"#, found: ["\u{3B9}c\u{212A}c_c"], notFound: ["\t*_\u{A0}", "a", "\u{3A3}"]),
        .init(#"K{1,}(?:\b{1}|\pL+S.|.*?\#u{3BB}K)"#, found: ["\u{3C3}\u{399}K"], notFound: ["aa a", "ak", "bkk"]),
        .init(#"\B+b?|\#u{1F600}\Q\E\z*?"#, found: ["\nk\n b", "", "ka"], notFound: ["b\na", "a", "b"]),
        .init("a*[^0-9-]", found: ["\u{416}\u{3BC}-", "\u{1F600}\u{436}\u{416}", "kbkbk\n"], notFound: [""]),
        .init(#".\x30\#u{1C5}*|."#, found: ["\u{C9}", "k", "kaaa"], notFound: ["\n", ""]),
        .init(
            #".$|$+[\x{e9}]"#, found: ["\u{80}\r\u{1C5}}\u{B5}", "\u{399}\u{10FFFF}\u{2028}\u{3BB}b\r", "k"],
            notFound: ["", "ab\n", "\n"]),
        .init(#"\#u{7F}\S|\w[\#u{B5}]*"#, found: [" babk", "aa\nk ", "b kk a"], notFound: ["[", "", " "]),
        .init(
            #"\P{N}{1,}.\x{fffd}"#, found: ["\u{1F600}a(0\u{FFFD}", "\r\u{10400}\u{FFFD}__("],
            notFound: ["\u{A0}$\u{2028}", "\t", "\u{1E9E}[\u{A0}"]),
        .init(".{0,}.", found: ["s", "s_c]c\u{65E5}", "\u{39B}:"], notFound: [""]),
        .init(#"[*\]]?b"#, found: ["\u{B5}b[", "b b", "ab"], notFound: ["\\\u{DF}", "c\u{3BC}\r\\", "aa"]),
        .init(
            #"0|\^|\x{1fbe}"#, found: ["\u{65E5}\u{A0}\u{B5}\u{416})\u{1FBE}", "\u{1FBE}\u{399}^", "0\u{3BC}s"],
            notFound: ["\nb", "bb", "aaaaa"]),
        .init(
            #"\Q\#u{416}\#u{212A}\E.|-?[S\x{1}-\x{ffff}]{2,3}\b"#, found: ["\nb\u{7F}", " kb\na", "}\u{3BB}as"],
            notFound: ["}\u{B5}", "\u{DF}\u{7F}\u{416}$]", ""]),
        .init(
            #"c|\B"#, found: ["\u{10428}]\u{80}", "\u{39B}", "\u{1C4}\u{1C5}\u{212A}"], notFound: ["a", "b\rb", "9"]),
        .init("(?sUs:){3}.? +?", found: ["ab a\n", "\n ", " k"], notFound: ["\u{1FBE}^_", "aa\na", ""]),
        .init(
            #"[^\#u{1C5}\#u{10400}-\#u{10410}]+b\]?|\Bbb{2}?|(?m:\#u{1C4}{0}\B)"#,
            found: ["", "ka", "\u{C9}^\u{212A}.\u{1C4}"], notFound: ["a", "k", "b"]),
        .init(#"\b$"#, found: ["]\u{3B9}\n$\u{FFFD}a", "\\c", "k"], notFound: ["", "c\u{436}\u{DF}", "\n"]),
        .init(".|.", found: ["\u{416}", "a\n", "\u{E9} *\u{10428}\u{3BB}\u{3C2}"], notFound: ["", "\n\n", "\n"]),
        .init(
            #"(?-ms:\b{1,}(?P<\#u{E9}1>\b9\Q\E+?)a)?_"#, found: ["_\u{1F600}\u{A0}\u{1E9E}"],
            notFound: ["\u{3BB}9", "a", "^\u{3C3}s\u{436}"]),
        .init(
            "_[bK-\u{212A}]", found: ["_\\ \u{FFFD}\u{1C6}}", "s_\u{3A3}", "b_\u{399}"],
            notFound: ["a", "0", "\u{345}"]),
        .init(
            #"\x2A\S"#, found: ["*a", "\u{3BB}*\u{3BB}\u{7F}\u{1C5}", "*\u{1FBE}"],
            notFound: ["\u{3BB}K", "\nk", "_\u{DF}\u{E000}\u{436}\u{436}\u{2028}"]),
        .init("[[:word:]a-c[:alpha:]][ ](?i:b)", found: ["akb b"], notFound: [")\u{10428}k", "", "k"]),
        .init(#".{3,}?\x{df}"#, found: ["*s[0a\u{DF}"], notFound: ["", " ", "\na"]),
        .init(#"[^]\p{Cyrillic}\x{28}]|."#, found: ["\u{3C2}{\u{E9}", "\u{1C6}}]]\u{80}\t", "kb"], notFound: [""]),
        .init("K|\u{1C6}{3,}", found: ["\u{DF}K\u{65E5}\u{1E9E}"], notFound: [" ", "*", "\u{3BB}\u{7F}\u{3C2}0$"]),
        .init(
            #"[\x{0}-\x{10FFFF}]{3,}."#,
            found: ["a[b\u{1C4}", "K\u{3A3}\u{1C5}\u{3A3}\u{3BC}", "\u{3C3}b\u{39B}\u{3B9}"],
            notFound: [" ", "ka", "aba"]),
        .init(". *?", found: ["b ba", " akkk", "\u{C9}"], notFound: ["", "\n"]),
        .init(#"[^*]\b?\C+?"#, found: ["\u{3B9}\u{39B}].\u{1F600}", " ak", "(\t["], notFound: ["S", "a", "\r"]),
        .init(
            #"(){0,3}?\Q\#u{436}\#n\#u{E000}\E|(?iii:\Q\E)\S$?"#, found: [" aa", "abaa\nk", " kak"],
            notFound: ["", " \n", "\n "]),
        .init(
            #".\Q\#u{436}\#u{212A}\E(?UUm)(a{2})}$?|.+"#, found: ["\u{10FFFF}\u{436}\u{3BC}\\", "k aa\nb", "b\nkb"],
            notFound: ["", "\n"]),
        .init(#" {1}\W"#, found: [" \nb", " \n", " \n\n"], notFound: ["b ", "\u{7F}b\u{FFFD}\t\u{A0}", "s"]),
        .init(
            #"0?\x{212a}\B*|[0-9\p{Lo}]]{0,3}"#, found: ["0\u{7F}\u{1FBE}", "0b", "\u{212A}\u{3A3}0"],
            notFound: ["\u{1C4}{\u{E000}]", "", "b"]),
        .init(
            #"K(b*\b)[\#u{3BB}\#u{10FFFF}]*"#, found: ["K\u{3C3}", "cK\n", "K\u{1F600}s\u{DF}"],
            notFound: [".\u{2028}\u{65E5}\t\u{436}\u{2028}", "\u{39B}", ""]),
        .init(
            #"[$\#u{430}-\#u{44F}][\#u{E000}K][a-c]*?|$*[\#u{80}a\P{C}]"#, found: ["b\u{1E9E}", "kb", "\u{1C4}"],
            notFound: ["", "\n"]),
        .init(#"^{2}.(\#u{C9}\p{Any})|[^*_]"#, found: ["  k", "\u{2028}", "a\u{2028}"], notFound: [""]),
        .init(
            #"\n."#, found: ["\na\n a", "b\n  ", "   \n "], notFound: ["\u{10400}c\u{399}[*\u{3BB}", "a\n\n", "aaa"]),
        .init(
            #"\b|(?:\C)[^[:digit:]]*\W*"#, found: ["\r\u{1C5}\u{DF}", "^\u{212A}\u{3C2}\u{E9}", "\u{E000}"],
            notFound: [""]),
        .init(
            #"a*\B(?Um-sU:.).{3}"#,
            found: [
                "\u{212A}\u{10400}.\u{B5} \u{3BC}", "\u{399}k\u{FFFD}\\]\u{345}",
                "k\u{7F}\u{1C6}\u{3C3}\u{1F600}\u{17F}",
            ], notFound: [":\u{7F}\u{3A3}", "S", ""]),
        .init(
            #"(?:[K0-9r-ta])\s[\#u{FB00}-\#u{FB06}]??[0\#u{3C2}]|9"#,
            found: ["\u{1C6}\u{1E9E}9$:", "\t9\u{80}\u{3B9}\u{399}c", "\u{3BC}9"],
            notFound: ["\u{A0}\u{C9}*\u{FFFD}b\u{1E9E}", "a k", "bbb\nkb"]),
        .init(#".\B\w"#, found: ["aa", "\n\u{A0}\u{1FBE}cK", "kk "], notFound: ["", "\u{65E5}{", " \na\n"]),
        .init("[^A-Z[:xdigit:]b]", found: ["aa\n", "b\u{1C6}\u{E9}", "\u{1C5}}"], notFound: ["", "bb", "aa"]),
        .init(#"a|.\W"#, found: ["0\u{10FFFF}K\u{FFFD}", " \nak ", "a\nak k"], notFound: [")", "\t", "b"]),
        .init(
            "(_[[:space:]b]+?a|[a-z])(?m-mi:b)+", found: ["aab", "ab", "bakb"],
            notFound: ["\\\u{65E5}:", "\nb", "\u{10FFFF}$\u{A0}a-"]),
        .init(
            #"\p{Pd}(?is-U:\#u{1F600}\s]\x6B|)"#, found: ["\u{1E9E} -\u{10428}9]", "\u{1F600}-", "-\u{1FBE}K*}"],
            notFound: ["\naab", "_", "abak"]),
        .init(
            #"\B{1,3}\Ab|(?-Ui:.+?)\z"#, found: ["\u{C9}\u{399}{\u{DF}", "\n\nk", "b kaab"],
            notFound: ["", " \n", "aa\n"]),
        .init(
            #"(?:S0\0){3}|\W{3,}-|\b"#, found: ["a\u{80}", "a", "\u{DF}\u{2028})b\u{10428}*"],
            notFound: ["}\u{C9}", "", "\u{39B}\u{416}\u{E000}"]),
        .init(#"\pL"#, found: ["a\nk", "a\u{3C2}\u{10400}", "\naab\n"], notFound: ["", ")", "\n "]),
        .init(
            "^b|.(?:(?sUs-Ui:).{1,1})[*]", found: ["b kba", "b", "b\na "],
            notFound: ["\u{10FFFF}", "\u{3C3}-\u{345}", "\u{3C2}"]),
        .init(#"[^\s\\\#u{17F}\#u{1FBE}]+"#, found: ["baab\n", "a", "\u{B5}"], notFound: ["", "\r", "\\"]),
        .init(".+|s", found: ["ak", "ka", "s\u{1FBE}}"], notFound: ["", "\n"]),
        .init(
            "(?mU:.(|.|-{1,1}.a?-+)*)+?|..", found: ["\u{39B}", "\u{B5}\u{3C3}\u{212A}", "\na\nk"],
            notFound: ["\n", "", "\n\n\n"]),
        .init(
            #"(?P<n1>\.S\#u{436}+?){1}|.()\b??"#, found: ["\u{3C3}\u{E9}(", "\u{416}\u{399}", "0"],
            notFound: ["", "\n", "\n\n"]),
        .init(
            #"\Q\#u{3A3}\E"#,
            found: ["\u{FFFD}{\u{3A3}", "_\u{17F}\u{A0}]\u{A0}\u{3A3}", "\u{10FFFF}\u{3A3}\u{7F}\u{1C4}\\"],
            notFound: ["\rb\u{65E5}\u{436}", "", "\u{E9}\t\u{1C4}]]"]),
        .init("[\u{1E9E}[:graph:]]", found: ["\\", "\na\n   ", "b\u{E9}"], notFound: ["\u{7F}", "", "\n"]),
        .init(
            "[^s]^?b|\u{416}*?.+?", found: ["0\u{C9}\u{1FBE}", "\u{345}\u{10428}", "\u{1FBE}\u{3A3}\u{10428}"],
            notFound: ["", "\n"]),
        .init("[[:^blank:]-]+", found: ["\u{E9}}\u{1F600}\t\u{FFFD}", "\u{1FBE}", "k a\n"], notFound: ["", " "]),
        .init(#"\x0A{0,2}( )"#, found: [" ka", "  bb", "a k"], notFound: ["\t:(\u{3C3}\u{1C5}:", "a", "s\u{FFFD}"]),
        .init(#"\]+|\B(?:|(?m-s)\Bk)"#, found: ["\n\nabba", "", "a\n"], notFound: ["k k\na", "s", "a"]),
        .init(
            "(?s-Us:[[:^xdigit:]])c*?", found: ["\u{1C6}a\u{416}", "bk\u{39B}", "k abk "], notFound: ["b", "", "a"]),
        .init(
            #"(|\B.){0,}9"#, found: ["\u{3BC}[\u{DF}9", "\u{17F}c\u{7F}\u{3BB}\u{3A3}9", "9\u{399}\u{3B9}_\u{416}"],
            notFound: ["", "\u{3BB}\u{3B9}\u{DF}", "\u{399}\u{1C5}\u{39B}s\u{E000})"]),
        .init(
            #"\#u{10400}_{0,}?$|\n\#u{17F}b"#, found: ["\u{1C5}a\u{3C3}b\u{10400}"],
            notFound: ["\u{E9}\u{1C5}\u{17F}", "\r", "K"]),
        .init(
            #"(?-m:[[\x{436}\x{7f}-\x{800}^])\b"#, found: ["^k", "\u{3A3}\u{B5}s", "\n\u{1C6}b"],
            notFound: ["a", "", "bb\n "]),
        .init(#"-(?-mm).\z"#, found: ["^- "], notFound: ["\u{A0}", "baa", " ak\naa"]),
        .init(
            #".\x62"#, found: ["bab", "baaabb", "a ba"],
            notFound: ["\u{1C4}\u{3B9}\u{17F}\u{416}\u{10FFFF}", "\t", "-\n\u{1C4}s^"]),
        .init(#"\p{Greek}\x{61}"#, found: ["\u{1FBE}a"], notFound: ["-", "aakkka", "kb "]),
        .init(
            #"^?a*^\p{Han}|\x09+\D\#u{416}*"#,
            found: ["\u{65E5}\u{80}\u{65E5}\u{3BB}\u{416}_", "\u{65E5}", "\u{E9}\u{1FBE}\u{10428}\r\t\u{7F}"],
            notFound: [" kk", "\u{2028}\u{416}\u{1F600}", " "]),
        .init(#"[b[:^xdigit:]][^K\d]"#, found: [" \u{3C2}", "ba", "bba\n "], notFound: ["", "\u{7F}", "_"]),
        .init(
            #"^\b?."#, found: ["bba\na ", "\u{B5}\u{10400}*\u{3C3}", "\u{39B}S\u{3A3}"], notFound: ["", "\nk\n", "\nk"]),
        .init("\u{DF}?K", found: ["K\u{1F600}", "\u{65E5}_\r\u{10428}K"], notFound: ["\r", "\u{10FFFF}0", "kk"]),
        .init(
            "([^\u{10FFFF}]*)+_", found: ["_\u{1FBE}", "_\u{3B9}\u{212A}", "_\u{65E5}"],
            notFound: ["\u{3A3}", "", "\u{DF}\\"]),
        .init(
            #"[\#u{391}-\#u{3A9}a-z\x{7f}-\x{800}s]"#, found: ["aa\na", "\u{436}.:S(", "b\nakkk"],
            notFound: ["\u{10FFFF}", "", ":\u{E000}"]),
        .init(
            #"[^\w]\W"#, found: ["9\u{1C4}(", "\u{39B}\u{65E5}0", "\u{E000}\u{1C5}\u{1FBE}\u{10400}"],
            notFound: ["\\b\u{B5}", " kaa\n", "kaa\nk\n"]),
        .init(
            #"[\x{7f}-\x{800}]{2,3}?\W"#, found: [".\u{3A3}\u{345}-", "_\u{416}$\u{1C5}\u{E9}.", ".\n\u{DF}\u{39B}\t"],
            notFound: ["aba\n", "\u{212A}^k", "\u{FFFD}-\u{3C2}"]),
        .init(
            #".K*(?im:[\P{Zs}\#u{10400}-\#u{10410}]\#u{1E9E}c*?)+"#,
            found: ["\u{10428}b()\u{DF}", "\u{3BB}}\u{3B9}0\u{1E9E}", "\\K\u{1E9E}]\u{1F600}"],
            notFound: ["", "a", "\n-\u{212A}:\u{1F600}"]),
        .init(
            #"(?Um-sU:([S_]0\#u{DF}|S\#u{10400})??.*)]|\PZ\#u{17F}*"#,
            found: ["k", "\nb \nb", "k\u{10FFFF}\u{1F600}\u{436}\u{DF}"], notFound: ["", " "]),
        .init(
            #"[\DK]{3,}"#, found: ["\r\u{A0}\u{3C2}\u{E9}", "ak k ", "\u{DF}\u{1FBE}\u{345}"],
            notFound: ["c", "\u{1C5}\u{17F}", "\u{C9}\u{1FBE}"]),
        .init(#"]+(?si-s:\p{^Han}.)"#, found: ["\\0]\u{3A3}\\"], notFound: ["aba", "b\u{1E9E}}", " "]),
        .init("(?P<\u{E9}1>s)", found: ["]s", "[b\u{3B9}s"], notFound: ["\u{65E5}", "0[\u{A0})\u{1C4}\t", "ak"]),
        .init(
            #"\S+?\#r*S"#, found: ["c\u{345}S\u{10428}\r", "K0\u{1FBE}S\u{345}", "*\u{10FFFF}\\S"],
            notFound: ["\u{212A}", "a", "kaaba"]),
        .init(
            #"[\x{39}]."#, found: ["\u{A0}9]-", "\u{E000}9\u{1C4}\u{39B}\u{3BB}", "}K9\u{10400}"],
            notFound: ["abka", "\u{3A3}$\\", "\u{3BC}-\u{3B9}\u{10FFFF}\r."]),
        .init(#"\b+\C"#, found: ["\naak", " a ", "a"], notFound: ["", "\u{1E9E}\u{3B9}\u{416}", "^"]),
        .init(
            #" [^a-c\x{d700}-\x{e001}-]"#, found: [" \n", "a   \n", "\nbkb \n"], notFound: ["[\u{399}", "\u{3C3}", ""]),
        .init(
            #"\p{Ll}"#, found: ["abb", "\u{3B9}\u{10FFFF}\u{10FFFF}s\u{1C6}", "kak "], notFound: ["", "\u{345}{", "_"]),
        .init(#".|\["#, found: ["a", " \u{1C4}\u{2028}-", "ababba"], notFound: ["", "\n\n"]),
        .init(
            #"\x7D{1,4}\P{S}[b\]]?"#, found: ["}S\u{1FBE} ", "\u{7F}].}0"],
            notFound: ["", "\\\u{212A}\u{DF}\u{E9}", "\u{10400} \u{1C6}{\u{3B9}\u{436}"]),
        .init(
            "[\u{E000}]", found: ["\u{E000}K\t\u{1F600}*", "\u{E000}\r\u{1C6}0\u{10400}", "{\u{E000}"],
            notFound: ["}\u{1FBE}", ":\u{436}\u{C9}", "\u{399}a"]),
        .init(
            #"\x{39}"#, found: ["9", "\u{345}}(9"],
            notFound: ["\n-\u{3A3}", " ", "\u{212A}a\u{10428}\u{E000}\u{B5}\u{10428}"]),
        .init(
            ".*([a-zc])", found: ["b-aS", "b", "\u{39B}\u{416}k\u{E000}\u{7F}\t"],
            notFound: ["\u{345}.\u{80}\u{10428}\u{1E9E}", "", "\u{1C4}$"]),
        .init(
            "S*\u{C9}{1,}", found: ["\u{C9}*\u{17F}", "9a\u{C9}\u{10FFFF}b\u{212A}"], notFound: ["", "\nk", "\n\n"]),
        .init(
            #"\b|\W* +?\w"#, found: ["s", "_b[", "kK\u{1E9E}"], notFound: ["\u{E000}\u{1C5}}\u{3A3}", "\u{A0}", " "]),
        .init(#"s+?\z"#, found: ["\u{FFFD}s"], notFound: ["\u{B5}c", "", "b\u{1F600}"]),
        .init(#"(\P{Lt})"#, found: ["sk\u{65E5}", "9k\u{1C5}*", "\u{1C6}-^"], notFound: [""]),
        .init(
            #"\B(?:a)\b"#, found: ["baa\nk", "aa \n", "aa"], notFound: ["", "\u{DF}Sk \u{2028}\u{399}", "\u{1F600}00"]),
        .init(
            #"(a^)a{1,2}.{1,1}|b+[\x{3bc} ]"#, found: ["b kb", "b abk\n", "b  a k"],
            notFound: ["\\\u{10400}:", "\u{1C4}b", "0\u{436} a\u{1C5}\u{65E5}"]),
        .init(
            #"[\x{3c3}](?m:){1}\x{4b}+|(.+?\S*)"#,
            found: ["\u{39B}b", "\u{10FFFF}*\u{C9}\t\u{80}0", "\u{FFFD}^\u{3C3}"], notFound: [""]),
        .init(
            #"_|[[:alnum:]\p{P}]+"#, found: [":\u{436}", "b", "(\u{A0}"],
            notFound: ["", "\u{212A}\u{E000}\u{2028}\u{E9}", "\u{345}\u{1C4}"]),
        .init(#"\D?(\B)*\P{Mn}"#, found: ["[\\", "b", "k\nbb"], notFound: [""]),
        .init(
            #"(?<\#u{E9}1>\B+)\Q{\#u{A0}\E|s"#, found: [":*as ", "s-\u{3BC}0S", "{\u{E9}Ks"],
            notFound: ["abk\n", "0", "aab"]),
        .init(
            #"\B*(\#u{E000}[\#u{345}K-\#u{212A}]|s\p{Lu}?)"#,
            found: ["\\(k\u{1FBE}s*", "\u{10400}\u{FFFD}s", "_$\u{80}\u{E000}a\u{1C6}"],
            notFound: ["_\u{E9}", "a", "\u{1F600}\u{212A}"]),
        .init("[[:alnum:]]", found: [")0}\u{E9}", "kaa", "cS"], notFound: ["\u{80}", "", "\n"]),
        .init(
            #"\d(.{0})|\w((..$) |\B){3,}"#, found: ["\u{65E5}as\u{65E5}", "aa\n", "0\u{A0}"],
            notFound: ["\u{212A}", "\u{17F}\u{10FFFF})", "\u{3BB}]\u{1C6}\\"]),
        .init(
            #"(?U:9)\b{1}?|b[^]\t]a*"#, found: ["\nbaa", "\nb ", "aaaba"],
            notFound: ["\u{3C3}*\u{DF}\u{2028}\u{10FFFF}k", "\u{DF}\u{3A3}(\u{1C5}\u{212A}", "a"]),
        .init(".$.*?", found: ["\u{3C3}9", "a\u{1FBE}\u{17F}sbc", "\nkka"], notFound: ["", "\n", " \na \n"]),
        .init(#"0?\x{61}(?s:)*"#, found: ["k\nab", "\na ", "9a"], notFound: ["b", "", "\u{3C2}\u{416}"]),
        .init(
            "[^\u{1C5}][^c][a-z[:punct:]]", found: [" \n aa ", "^{b-\u{3BB}*", "aab"],
            notFound: ["\u{A0} ", "\u{345}", "   "]),
        .init(
            "(?:[\u{416}^]+[^a0-9\u{1C5}b]|[\u{430}-\u{44F}]{0}){0,}[K]",
            found: ["K]\u{80})\u{416}a", "acK\u{DF}", "K[^"], notFound: ["\u{E9}", "b", " "]),
        .init(
            " +?", found: [" aba\n", "b kaaa", "b\n \n\n"],
            notFound: ["\n\u{1C5}-", "\u{3BC}\u{3BB}:\u{1C6}", "\u{FFFD}"]),
        .init(#"\p{^Inherited}"#, found: ["ak", "b\nab", "abbb b"], notFound: [""]),
        .init(#"(?i:(?:.S??S)+\wb?)"#, found: ["\u{1E9E}\u{212A}cSa"], notFound: ["\u{1E9E}\u{65E5}", "", "}"]),
        .init(
            #"(?<n1>|^)\x{28}+\D+"#, found: ["\u{1C5}\u{1C4}(\u{E000}\u{10FFFF}\u{399}"],
            notFound: ["]", "aa\na", "\n"]),
        .init(
            #"$[^]\dS]|(?:.(?P<_n1>\.9{3,})*)"#, found: ["9", "b\u{1FBE}", "\u{FFFD}"], notFound: ["", "\n", "\n\n"]),
    ]
}
