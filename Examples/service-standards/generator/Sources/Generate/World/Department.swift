/// Where an agent works, as it is said in each language.
enum Department {
    case orders, repairs, shop

    func name(in tongue: Tongue) -> String {
        let names: [String] =
            switch self {
            case .orders: ["Orders", "naročila", "Bestellings", "pasūtījumu", "заказов"]
            case .repairs: ["Repairs", "popravila", "Herstelwerk", "remonta", "ремонта"]
            case .shop: ["Sales", "prodajo", "Verkope", "pārdošanas", "продаж"]
            }
        return names[Tongue.allCases.firstIndex(of: tongue) ?? 0]
    }
}
