/// The languages that are spoken with customers.
enum Tongue: String, CaseIterable { case en, sl, af, lv, ru }
