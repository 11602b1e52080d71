// RulebookModel
