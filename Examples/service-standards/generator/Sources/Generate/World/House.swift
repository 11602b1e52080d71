/// Who works here, where, and who comes.
struct House {
    let phone: [Agent]
    let chat: [Agent]
    let mail: [Agent]
    let shop: [Agent]
    let sites = [Site(id: "st-1"), Site(id: "st-2")]
    let supervisor = Agent(
        id: "v-1", name: "Vera", russianName: "Вера", role: "supervisor", team: "leads", department: .orders)
    let manager = Agent(
        id: "g-1", name: "Nada", russianName: "Нада", role: "manager", team: "leads", department: .orders)
    /// Watches and listens, and records nothing about the own work.
    let observer = "q-1"
    private var customers = 0

    init() {
        func team(_ letter: String, _ team: String, _ department: Department, _ names: [(String, String)]) -> [Agent] {
            names.enumerated().map { index, name in
                Agent(
                    id: "\(letter)-\(index + 1)", name: name.0, russianName: name.1, team: team,
                    department: department)
            }
        }
        phone = team(
            "a", "phone", .repairs,
            [
                ("Maja", "Майя"), ("Pieter", "Питер"), ("Ieva", "Иева"), ("Olga", "Ольга"), ("Tom", "Том"),
                ("Rok", "Рок"),
            ])
        chat = team("c", "chat", .orders, [("Eva", "Ева"), ("Jan", "Ян"), ("Liga", "Лига")])
        mail = team("m", "mail", .orders, [("Zala", "Зала"), ("Nikita", "Никита")])
        shop = team("s", "shop", .shop, [("Ana", "Анна"), ("Janis", "Янис"), ("Sonja", "Соня"), ("Karel", "Карел")])
    }

    var everybody: [Agent] { phone + chat + mail + shop }

    /// A customer whom nobody has seen before.
    mutating func newcomer(_ tongue: Tongue) -> Customer {
        customers += 1
        let names = Self.names[Tongue.allCases.firstIndex(of: tongue) ?? 0]
        return Customer(
            id: "cu-\(customers)", name: names[customers % names.count], tongue: tongue, years: customers % 7)
    }

    private static let names = [
        ["Alice", "Henry", "Grace", "Walter"], ["Breda", "Luka", "Petra", "Matej"],
        ["Anneke", "Danie", "Elsabe", "Hendrik"],
        ["Dace", "Edgars", "Inga", "Valdis"], ["Дарья", "Павел", "Нина", "Егор"],
    ]
}
