@Device func mistakes(a: Number, b: Number, n: Int, flag: Bool) -> Number {
  var sum = a
  let first = a + nope  // error: 19: cannot find 'nope' in scope
  let long = a * b + a * 2 - sum * flag + b * 3 - a * n  // error: 36: cannot convert value of type 'Bool'  // error: 53: binary operator '*' cannot be applied to operands of type 'Number' and 'Int'
  for i in range(a, missing) {  // error: 21: cannot find 'missing' in scope
    sum += i; sum += flag; sum += 1  // error: 19: binary operator '+=' cannot be applied to operands of type 'Number' and 'Bool'
  }
  if a > wrong {  // error: 10: cannot find 'wrong' in scope
    sum += inside  // error: 12: cannot find 'inside' in scope
  } else if n {  // error: 13: 'Int' conform to 'KernelCondition'
    sum += other  // error: 12: cannot find 'other' in scope
  }
  if n > 2, b > unknown { sum += 1 }  // error: 17: cannot find 'unknown' in scope
  while b > never { sum += 1 }  // error: 13: cannot find 'never' in scope
  repeat { sum += late } while sum < tail  // error: 19: cannot find 'late' in scope  // error: 38: cannot find 'tail' in scope
  while n { sum += 1 }  // error: 9: 'Int' conform to 'KernelCondition'
  repeat {
    sum += 1
  } while n  // error: 11: 'Int' conform to 'KernelCondition'
  let chosen = a > b ? left : right  // error: 24: cannot find 'left' in scope  // error: 31: cannot find 'right' in scope
  sum += n > 1 ? a : (b > 1 ? deep : b)  // error: 31: cannot find 'deep' in scope
  let value = if a > b { a } else {
    lost  // error: 5: cannot find 'lost' in scope
  }
  guard a > guarded else { return a }  // error: 13: cannot find 'guarded' in scope
  if a > 1 { return early }  // error: 21: cannot find 'early' in scope
  for u in 0..<n where u > host { sum += 1 }  // error: 28: cannot find 'host' in scope
  func helper(_ x: Number) -> Number { x + local }  // error: 44: cannot find 'local' in scope
  let closure = { (x: Number) in x + captured }  // error: 38: cannot find 'captured' in scope
  let choice: (Number, Number) -> Number = { $0 > $1 ? $0 + $1 : absent }  // error: 66: cannot find 'absent' in scope
  switch n {
  case 1: sum += one  // error: 18: cannot find 'one' in scope
  default: break
  }
  emit(
    sum
      + a * b  // a comment
      + first * other2)  // error: 17: cannot find 'other2' in scope
  emit(last)  // error: 8: cannot find 'last' in scope
  return final  // error: 10: cannot find 'final' in scope
}

@Kernel func launched(x: Number, y: Strange, @Constexpr n: Int) {  // error: 37: static method 'bind' requires that 'Strange' conform to 'KernelParameter'  // error: 52: 'Launch' is not a member type
  emit(x + n)  // error: 12: cannot convert value of type 'Int'
}

struct Strange {}
