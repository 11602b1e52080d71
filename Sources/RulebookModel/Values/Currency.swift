/// A currency of ISO 4217, by its three letters.
public struct Currency: Hashable, Sendable {
    /// The code, such as `EUR`.
    public let code: String
    /// A small number that stands for the code in compiled programs: the letters in base 26.
    package let number: UInt16
    /// The digits of its minor unit: 2 for cents, 0 for yen.
    public let fractionDigits: Int

    /// Looks a code up; nil where ISO 4217 has no such currency in use.
    public init?(code: String) {
        guard Self.codes.contains(code), let number = Self.number(of: code) else { return nil }
        self.code = code
        self.number = number
        self.fractionDigits = Self.digitsOtherThanTwo[code] ?? 2
    }

    package init?(number: UInt16) {
        guard number < 26 * 26 * 26 else { return nil }
        var rest = Int(number)
        var letters: [UInt8] = []
        for _ in 0..<3 {
            letters.insert(UInt8(ascii: "A") + UInt8(rest % 26), at: 0)
            rest /= 26
        }
        self.init(code: String(decoding: letters, as: UTF8.self))
    }

    /// The next step for somebody who wrote a code that is none.
    static func advice(for code: String) -> String {
        let upper = code.uppercased()
        return upper != code && codes.contains(upper)
            ? "did you mean `\(upper)`?" : "write its ISO 4217 code, such as EUR"
    }

    private static func number(of code: String) -> UInt16? {
        var number = 0
        for byte in code.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { return nil }
            number = number * 26 + Int(byte - UInt8(ascii: "A"))
        }
        return UInt16(exactly: number)
    }

    /// Every code in use (ISO 4217, list one, without funds, metals and test codes).
    public static let codes: Set<String> = Set(
        """
        AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP \
        CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF \
        IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD \
        MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB \
        RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD \
        UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))

    private static let digitsOtherThanTwo: [String: Int] = [
        "BIF": 0, "CLP": 0, "DJF": 0, "GNF": 0, "ISK": 0, "JPY": 0, "KMF": 0, "KRW": 0, "PYG": 0, "RWF": 0, "UGX": 0,
        "VND": 0, "VUV": 0, "XAF": 0, "XOF": 0, "XPF": 0,
        "BHD": 3, "IQD": 3, "JOD": 3, "KWD": 3, "LYD": 3, "OMR": 3, "TND": 3,
    ]
}
