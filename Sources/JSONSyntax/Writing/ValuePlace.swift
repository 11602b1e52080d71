/// Where a value or a name stands among its neighbours.
enum ValuePlace {
    /// Outside of all lists and objects.
    case root
    /// First in its list or object.
    case first
    /// Behind another one.
    case further
    /// Behind its name.
    case afterName
}
