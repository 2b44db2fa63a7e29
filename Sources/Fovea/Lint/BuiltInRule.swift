/// What the reader of descriptions, and the linter itself, report. These need no network and cannot be switched off.
enum BuiltInRule: String, CaseIterable {
  case yaml, language, expression, limit
  case unknownAttribute = "unknown-attribute"
  case unknownParameter = "unknown-parameter"
  case unknownName = "unknown-name"
  case invalidValue = "invalid-value"
  case invalidAttributes = "invalid-attributes"
  case wrongRank = "wrong-rank"
  case wrongLayout = "wrong-layout"
  case weightsMismatch = "weights-mismatch"
  case cropTooLarge = "crop-too-large"
  case reshapeMismatch = "reshape-mismatch"
  case sliceOutOfRange = "slice-out-of-range"
  case positionSize = "position-size"
  case tooLarge = "too-large"
  case invalidSuppression = "invalid-suppression"
  case unusedSuppression = "unused-suppression"

  var level: RuleLevel {
    switch self {
    case .unusedSuppression, .invalidSuppression: .warning
    case .yaml, .language, .expression, .limit, .unknownAttribute, .unknownParameter, .unknownName, .invalidValue,
      .invalidAttributes, .wrongRank, .wrongLayout, .weightsMismatch, .cropTooLarge, .reshapeMismatch, .sliceOutOfRange,
      .positionSize, .tooLarge:
      .error
    }
  }

  var summary: String {
    switch self {
    case .yaml: "The text is no YAML that a description may use."
    case .language: "A document, a block or a layer is not built as the language asks."
    case .expression: "An expression cannot be computed."
    case .limit: "A network has more layers, or deeper blocks, than can be unrolled."
    case .unknownAttribute: "An operator has no attribute of this name."
    case .unknownParameter: "A block has no parameter of this name."
    case .unknownName: "No earlier layer has this name."
    case .invalidValue: "An attribute cannot have this value."
    case .invalidAttributes: "Attributes contradict each other or the input."
    case .wrongRank: "An operator cannot work on a map with this number of axes."
    case .wrongLayout: "An operator needs the channels before the spatial axes."
    case .weightsMismatch: "A layer shares weights of another shape."
    case .cropTooLarge: "A crop leaves nothing of its input."
    case .reshapeMismatch: "A reshape does not keep the number of values."
    case .sliceOutOfRange: "A slice takes channels or rows that its input does not have."
    case .positionSize: "A position embedding is for another size of the map."
    case .tooLarge: "A size or a cost does not fit in 64 bits."
    case .invalidSuppression: "A suppression comment has no rule, or one that does not exist."
    case .unusedSuppression: "A suppression comment silences nothing."
    }
  }

  var rationale: String {
    switch self {
    case .invalidSuppression:
      """
      A suppression names its rules in brackets and may give a reason: `# fovea: ignore[skipped-pixels] as published`, on \
      the line or alone on the line above; `# fovea: ignore-file[…]` for the whole file. One without a rule would hide \
      whatever comes later.
      """
    case .unusedSuppression:
      """
      The finding has gone, or the comment stands on another line. What is left silences the next finding that nobody \
      expects. Remove the comment.
      """
    case .yaml, .language, .expression, .limit, .unknownAttribute, .unknownParameter, .unknownName, .invalidValue,
      .invalidAttributes, .wrongRank, .wrongLayout, .weightsMismatch, .cropTooLarge, .reshapeMismatch, .sliceOutOfRange,
      .positionSize, .tooLarge:
      "\(summary) Without a network no other rule can be checked. The language reference says what may stand here."
    }
  }
}
