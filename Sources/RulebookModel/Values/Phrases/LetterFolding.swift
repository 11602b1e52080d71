/// What a character of a text is to matching: case, diacritics and typographic variants do not count.
///
/// By fixed tables, never by the machine's locale: the same text folds to the same words everywhere.
enum LetterFolding {
    /// What a character comes to.
    enum Outcome {
        /// A letter or a digit.
        case letter(Unicode.Scalar)
        /// Several letters, such as `ss` for `ß`.
        case letters(String)
        /// A word of its own, in scripts that put no spaces between words.
        case ideograph(Unicode.Scalar)
        /// An apostrophe: part of a word between two letters, and nothing elsewhere.
        case apostrophe
        /// Nothing that is seen: a combining mark, a soft hyphen, a joiner.
        case nothing
        /// Something between words.
        case boundary
    }

    /// Folds a character.
    static func fold(_ scalar: Unicode.Scalar) -> Outcome {
        if scalar.value < 0x80 { return ascii(scalar) }
        if let folded = table[scalar] {
            let letters = folded.unicodeScalars
            return letters.count == 1 ? .letter(letters[letters.startIndex]) : .letters(folded)
        }
        switch scalar.value {
        case 0x2018, 0x2019, 0x201B, 0x2BC, 0xB4, 0xFF07: return .apostrophe
        // Cyrillic capitals lie beside their small letters.
        case 0x410...0x42F: return letter(scalar.value + 32)
        case 0x430...0x44F: return .letter(scalar)
        // What is as wide as an ideograph reads like what is not.
        case 0xFF01...0xFF5E: return fold(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF:
            return .ideograph(scalar)
        default: return other(scalar)
        }
    }

    private static func ascii(_ scalar: Unicode.Scalar) -> Outcome {
        switch scalar {
        case "a"..."z", "0"..."9": .letter(scalar)
        case "A"..."Z": .letter(Unicode.Scalar(UInt8(scalar.value + 32)))
        case "'", "`": .apostrophe
        default: .boundary
        }
    }

    private static func letter(_ value: UInt32) -> Outcome { Unicode.Scalar(value).map(Outcome.letter) ?? .boundary }

    private static func other(_ scalar: Unicode.Scalar) -> Outcome {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return .nothing }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .nothing
        case .uppercaseLetter, .titlecaseLetter:
            let lower = properties.lowercaseMapping.unicodeScalars.map { table[$0] ?? String($0) }.joined()
            let letters = lower.unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }
            return letters.count == 1 ? .letter(letters[letters.startIndex]) : .letters(String(letters))
        case .lowercaseLetter, .modifierLetter, .otherLetter, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            return .letter(scalar)
        default: return .boundary
        }
    }

    /// Small letters and what they are without their marks; what is not listed stands for itself.
    ///
    /// The decompositions of Unicode 16 (NFKD) for Latin, Greek and Cyrillic, and the letters with strokes, which have
    /// none.
    private static let table: [Unicode.Scalar: String] = {
        let variants = [
            "a": "ªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặẚ", "ae": "æǣǽ", "b": "ƀḃḅḇ", "c": "çćĉċčḉ", "d": "ðďđḋḍḏḑḓ",
            "dz": "ǆǳ", "e": "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "f": "ḟ", "g": "ĝğġģǧǵḡ", "h": "ĥħȟḣḥḧḩḫẖ",
            "i": "ìíîïĩīĭįıǐȉȋḭḯỉị", "ij": "ĳ", "j": "ĵǰ", "k": "ķǩḱḳḵ", "l": "ĺļľŀłḷḹḻḽ", "lj": "ǉ", "m": "ḿṁṃ",
            "n": "ñńņňŉǹṅṇṉṋ", "nj": "ǌ", "o": "ºòóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "oe": "œ", "p": "ṕṗ",
            "r": "ŕŗřȑȓṙṛṝṟ", "s": "śŝşšſșṡṣṥṧṩẛ", "ss": "ß", "t": "ţťŧțṫṭṯṱẗ", "th": "þ",
            "u": "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "v": "ṽṿ", "w": "ŵẁẃẅẇẉẘ", "x": "ẋẍ", "y": "ýÿŷȳẏẙỳỵỷỹ",
            "z": "źżžẑẓẕ", "α": "ἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷά", "ε": "ἐἑἒἓἔἕὲέέ",
            "η": "ἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇή", "ι": "ἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗΐίϊ", "μ": "µ", "ο": "ὀὁὂὃὄὅὸόό", "ρ": "ῤῥ",
            "σ": "ς", "υ": "ὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧΰϋύ", "ω": "ὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷώ", "а": "ӑӓ", "г": "ѓ",
            "е": "ѐёӗ", "ж": "ӂӝ", "з": "ӟ", "и": "йѝӣӥ", "к": "ќ", "о": "ӧ", "у": "ўӯӱӳ", "ч": "ӵ", "ы": "ӹ",
            "э": "ӭ", "і": "ї",
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (base, letters) in variants {
            for letter in letters.unicodeScalars {
                table[letter] = base
                let upper = letter.properties.uppercaseMapping.unicodeScalars
                if let first = upper.first, upper.count == 1, first.value >= 0x80 { table[first] = base }
            }
        }
        table["Й"] = "и"
        return table
    }()
}
