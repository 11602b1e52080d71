/// Names of time zones that stand for others, as the IANA database links them (`backward`, release 2025b).
enum ZoneLinks {
    /// The names of one word; systems read some of them as abbreviations, which mean several zones.
    static let words: [String: String] = [
        "CET": "Europe/Brussels", "CST6CDT": "America/Chicago", "Cuba": "America/Havana", "EET": "Europe/Athens",
        "EST": "America/Panama", "EST5EDT": "America/New_York", "Egypt": "Africa/Cairo", "Eire": "Europe/Dublin",
        "GB": "Europe/London", "GB-Eire": "Europe/London", "GMT": "Etc/GMT", "GMT+0": "Etc/GMT", "GMT-0": "Etc/GMT",
        "GMT0": "Etc/GMT", "Greenwich": "Etc/GMT", "HST": "Pacific/Honolulu", "Hongkong": "Asia/Hong_Kong",
        "Iceland": "Africa/Abidjan", "Iran": "Asia/Tehran", "Israel": "Asia/Jerusalem", "Jamaica": "America/Jamaica",
        "Japan": "Asia/Tokyo", "Kwajalein": "Pacific/Kwajalein", "Libya": "Africa/Tripoli", "MET": "Europe/Brussels",
        "MST": "America/Phoenix", "MST7MDT": "America/Denver", "NZ": "Pacific/Auckland", "NZ-CHAT": "Pacific/Chatham",
        "Navajo": "America/Denver", "PRC": "Asia/Shanghai", "PST8PDT": "America/Los_Angeles",
        "Poland": "Europe/Warsaw", "Portugal": "Europe/Lisbon", "ROC": "Asia/Taipei", "ROK": "Asia/Seoul",
        "Singapore": "Asia/Singapore", "Turkey": "Europe/Istanbul", "UCT": "Etc/UTC", "Universal": "Etc/UTC",
        "W-SU": "Europe/Moscow", "WET": "Europe/Lisbon", "Zulu": "Etc/UTC",
    ]

    /// Old names that much data still holds and that some systems ship in a package apart.
    static let paths: [String: String] = [
        "America/Buenos_Aires": "America/Argentina/Buenos_Aires", "America/Godthab": "America/Nuuk",
        "America/Indianapolis": "America/Indiana/Indianapolis", "America/Louisville": "America/Kentucky/Louisville",
        "America/Montreal": "America/Toronto", "Asia/Ashkhabad": "Asia/Ashgabat", "Asia/Calcutta": "Asia/Kolkata",
        "Asia/Chongqing": "Asia/Shanghai", "Asia/Dacca": "Asia/Dhaka", "Asia/Istanbul": "Europe/Istanbul",
        "Asia/Katmandu": "Asia/Kathmandu", "Asia/Macao": "Asia/Macau", "Asia/Rangoon": "Asia/Yangon",
        "Asia/Saigon": "Asia/Ho_Chi_Minh", "Asia/Tel_Aviv": "Asia/Jerusalem", "Asia/Thimbu": "Asia/Thimphu",
        "Asia/Ujung_Pandang": "Asia/Makassar", "Asia/Ulan_Bator": "Asia/Ulaanbaatar",
        "Atlantic/Faeroe": "Atlantic/Faroe", "Australia/ACT": "Australia/Sydney",
        "Australia/Canberra": "Australia/Sydney", "Australia/LHI": "Australia/Lord_Howe",
        "Australia/NSW": "Australia/Sydney", "Australia/North": "Australia/Darwin",
        "Australia/Queensland": "Australia/Brisbane", "Australia/South": "Australia/Adelaide",
        "Australia/Tasmania": "Australia/Hobart", "Australia/Victoria": "Australia/Melbourne",
        "Australia/West": "Australia/Perth", "Australia/Yancowinna": "Australia/Broken_Hill",
        "Brazil/Acre": "America/Rio_Branco", "Brazil/DeNoronha": "America/Noronha",
        "Brazil/East": "America/Sao_Paulo", "Brazil/West": "America/Manaus", "Canada/Atlantic": "America/Halifax",
        "Canada/Central": "America/Winnipeg", "Canada/Eastern": "America/Toronto",
        "Canada/Mountain": "America/Edmonton", "Canada/Newfoundland": "America/St_Johns",
        "Canada/Pacific": "America/Vancouver", "Canada/Saskatchewan": "America/Regina",
        "Canada/Yukon": "America/Whitehorse", "Chile/Continental": "America/Santiago",
        "Chile/EasterIsland": "Pacific/Easter", "Etc/Greenwich": "Etc/GMT", "Etc/UCT": "Etc/UTC",
        "Etc/Universal": "Etc/UTC", "Etc/Zulu": "Etc/UTC", "Europe/Belfast": "Europe/London",
        "Europe/Kiev": "Europe/Kyiv", "Europe/Nicosia": "Asia/Nicosia", "Mexico/BajaNorte": "America/Tijuana",
        "Mexico/BajaSur": "America/Mazatlan", "Mexico/General": "America/Mexico_City",
        "Pacific/Samoa": "Pacific/Pago_Pago", "US/Alaska": "America/Anchorage", "US/Aleutian": "America/Adak",
        "US/Arizona": "America/Phoenix", "US/Central": "America/Chicago",
        "US/East-Indiana": "America/Indiana/Indianapolis", "US/Eastern": "America/New_York",
        "US/Hawaii": "Pacific/Honolulu", "US/Indiana-Starke": "America/Indiana/Knox",
        "US/Michigan": "America/Detroit", "US/Mountain": "America/Denver", "US/Pacific": "America/Los_Angeles",
        "US/Samoa": "Pacific/Pago_Pago",
    ]
}
