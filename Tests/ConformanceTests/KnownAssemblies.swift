/// Recorded modules that assemblers do not take without a word, each with the reason.
enum KnownAssemblies {
  /// Why registers do not suffice, by the id of the module.
  static let spilling: [String: String] = Dictionary(
    uniqueKeysWithValues: groups.flatMap { group in group.ids.map { ($0, group.reason) } })

  /// Those that spill for sm_80 and not for sm_90a.
  static let spillingForSM80Only: Set<String> = ["2b9a03bd060ea43f", "635dd334c882"]

  private static let groups: [(reason: String, ids: [String])] = [
    (
      "a tile of the kernel takes all registers of each thread or more",
      [
        "02d6fec373e6c4c7", "0c1124b582ebcd7f", "0de38612f98e", "162f943c8222467a",
        "1a26ae52167ad01f", "1fbe2108f726", "21ec9430abb0133b", "2a64f89199442acd",
        "2cef4dc9124e", "310011544ed66cf5", "31afe3f52aeacbbc", "3634e1c201988949",
        "42421c44b9b4", "4a36eb7643670ae0", "507300ba45e3f74b", "518c273bbdd2",
        "54677222d0295487", "6c988ff9bc9eb6cb", "702dd6c799a39a7e", "8123d4f3dc9d31f4",
        "881070f36d15", "993ba43eb228292f", "b183d9ff39359d8c", "b3dc505570f98941",
        "c1aa66e85bc191f8", "e1958b8886b284df", "e2978907a7acd2aa", "e4f7fa4badb7bd51",
        "f1a6ca7547851a46", "f29153d0378c", "f2cee3f91b116ea1", "f55847e44c66a69c",
        "f66b7a0752f26cd2", "f8cd86072c16982b", "ff17d708796d481a",
      ]
    ),
    (
      "the sums of a product take half of the registers, its factors and addresses the rest",
      [
        "0429f6a3c83d45b1", "097676b86924", "0992526a868d", "3e5bdd605835fd83",
        "466c8641841649f8", "46d85204133e", "499e98b8e672cd6c", "4d758196925b", "51f2c1aceb58",
        "5a9ca020696e", "63f5cecca87a9912", "6b6a6cbf569ddb7b", "779519ac5bfa", "7cb9137adfe8ebfe",
        "951750dbacac", "a03094fffdfa", "a924798c3436fdd2", "aca108c2e7dc359c", "aee3c382f3bd9fbf",
        "c5d589970dc516f5", "ca48a2caa272dda8", "cc089ba96e103f8d", "d155a1cb6769", "d5c9282b0ea7",
        "eea799541560", "f5983687a240",
      ]
    ),
    (
      "every element of a large tile has an address of its own",
      [
        "0e1527ace106", "2b83a4df444e2d99", "2b9a03bd060ea43f", "635dd334c882", "80756eb013047b5e",
        "ab23504160af97a3", "e0b6317bc6e82ead", "fd7d32d604a7bbb4",
      ]
    ),
  ]
}
