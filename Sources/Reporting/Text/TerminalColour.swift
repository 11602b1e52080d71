/// Whether text for a terminal carries colours; the caller knows whether there is a terminal that wants them.
public enum TerminalColour: Sendable {
    /// Plain text.
    case off
    /// ANSI escape sequences, from the sixteen colours that every theme defines.
    case on
}
