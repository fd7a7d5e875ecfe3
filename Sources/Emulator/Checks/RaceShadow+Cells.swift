/// Accesses one by one.
extension RaceShadow {
  /// Notes an access to `byteCount` bytes at `offset` and returns what it conflicts with.
  func note(_ access: Access, offset: Int, byteCount: Int) -> Conflict? {
    var index = offset
    let end = offset + byteCount
    while index < end {
      let isWord = index & 3 == 0 && end - index >= 4
      let conflict = isWord ? noteWord(index >> 2, access) : noteByte(index, access)
      if let conflict { return conflict }
      index += isWord ? 4 : 1
    }
    return nil
  }

  /// The cell of a byte.
  private func cell(ofByte byte: Int) -> Int { wordCount + byte }

  private func noteWord(_ word: Int, _ access: Access) -> Conflict? {
    guard writes[word] & Self.split != 0 else { return noteCell(word, access) }
    for byte in (word * 4)..<(word * 4 + 4) {
      if let conflict = noteCell(cell(ofByte: byte), access) { return conflict }
    }
    // A write of the whole word leaves its bytes alike again.
    if access.isWrite { setWrite(word, access) }
    return nil
  }

  private func noteByte(_ byte: Int, _ access: Access) -> Conflict? {
    let word = byte >> 2
    if writes[word] & Self.split == 0 {
      for byte in (word * 4)..<(word * 4 + 4) { copyCell(word, to: cell(ofByte: byte)) }
      writes[word] |= Self.split
    }
    return noteCell(cell(ofByte: byte), access)
  }

  private func copyCell(_ source: Int, to cell: Int) {
    writes[cell] = writes[source]
    writePlaces[cell] = writePlaces[source]
    reads[cell] = reads[source]
    readPlaces[cell] = readPlaces[source]
    guard reads[source] & Self.manyReaders != 0 else { return }
    for warp in 0..<warpCount {
      readers[warp * cellCount + cell] = readers[warp * cellCount + source]
      readerPlaces[warp * cellCount + cell] = readerPlaces[warp * cellCount + source]
    }
  }

  @inline(__always)
  private func noteCell(_ cell: Int, _ access: Access) -> Conflict? {
    let (write, read) = (writes[cell], reads[cell])
    if !isOrdered(write, before: access.warp),
      !(access.isStrong && writePlaces[cell] & Self.strong != 0)
    {
      return Conflict(stamp: write, place: writePlaces[cell], isWrite: true)
    }
    if access.isWrite {
      if read & Self.manyReaders != 0 {
        if let conflict = readerConflict(cell, access) { return conflict }
      } else if !isOrdered(read, before: access.warp),
        !(access.isStrong && readPlaces[cell] & Self.strong != 0)
      {
        return Conflict(stamp: read, place: readPlaces[cell], isWrite: false)
      }
      setWrite(cell, access)
    } else if read & Self.manyReaders == 0, isOrdered(read, before: access.warp) {
      (reads[cell], readPlaces[cell]) = (access.stamp, access.place)
    } else {
      noteReader(cell, access)
    }
    return nil
  }

  /// A write stands for a read as well, so that most reads find one stamp only.
  private func setWrite(_ cell: Int, _ access: Access) {
    (writes[cell], writePlaces[cell]) = (access.stamp, access.place)
    (reads[cell], readPlaces[cell]) = (access.stamp, access.place)
  }

  private func readerConflict(_ cell: Int, _ access: Access) -> Conflict? {
    for other in 0..<warpCount where other != access.warp {
      let stamp = readers[other * cellCount + cell]
      let place = readerPlaces[other * cellCount + cell]
      if !isOrdered(stamp, before: access.warp),
        !(access.isStrong && place & Self.strong != 0)
      {
        return Conflict(stamp: stamp, place: place, isWrite: false)
      }
    }
    return nil
  }

  /// A read beside one of another warp that nothing orders.
  private func noteReader(_ cell: Int, _ access: Access) {
    let read = reads[cell]
    if read & Self.manyReaders == 0 {
      for warp in 0..<warpCount { readers[warp * cellCount + cell] = 0 }
      readers[Int(read & 31) * cellCount + cell] = read
      readerPlaces[Int(read & 31) * cellCount + cell] = readPlaces[cell]
      reads[cell] = Self.manyReaders
    }
    readers[access.warp * cellCount + cell] = access.stamp
    readerPlaces[access.warp * cellCount + cell] = access.place
  }
}
