/// The ranks of the rulebook's roles.
struct RoleRanks: Sendable {
    let roles: [String]

    /// The rank of a role; an unknown role is above all others.
    func rank(_ role: String) -> Int { roles.firstIndex(of: role) ?? roles.count }
}
