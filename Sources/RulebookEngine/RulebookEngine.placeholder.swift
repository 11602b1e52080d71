// RulebookEngine
