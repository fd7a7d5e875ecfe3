/// Values of the library's functions, rounded to `f64` from 400 bits of precision.
///
/// One line for each: the name without `__nv_`, the arguments, the value. The arguments are `f32`
/// values wherever the case allows it, so that the line also tests the function of `f32`.
let knownMathValues = """
  sin 0x1.be9d6ep-3 0x1.bb155f5f24e6dp-3
  sin -0x1.1fafcep+0 -0x1.cdb0c5dc96fa4p-1
  sin -0x1.7d75dap-5 -0x1.7d5290a08240fp-5
  sin 0x1.00938ap+3 0x1.f920ae4beb899p-1
  sin -0x1.ef18acp+2 -0x1.fc6efab234998p-1
  sin -0x1.3cbba2p-1 -0x1.28ea0cd5e4443p-1
  sin 0x1.e848p+19 -0x1.6664b2568d867p-2
  sin 0x1.2eec2ep+101 -0x1.ecd5b77ce6539p-1
  cos 0x1.be9d6ep-3 0x1.f3dfb13aff515p-1
  cos -0x1.1fafcep+0 0x1.baa7aec20924dp-2
  cos -0x1.7d75dap-5 0x1.ff71ec925488p-1
  cos 0x1.00938ap+3 -0x1.4e6d0f734511ap-3
  cos -0x1.ef18acp+2 0x1.e29df831de23ep-4
  cos -0x1.3cbba2p-1 0x1.a11dbf320b275p-1
  cos 0x1.e848p+19 0x1.df9df9906d32cp-1
  cos 0x1.2eec2ep+101 -0x1.158b8fc4501ecp-2
  tan 0x1.be9d6ep-3 0x1.c5d5008459689p-3
  tan -0x1.1fafcep+0 -0x1.0b023f33cf569p+1
  tan -0x1.7d75dap-5 -0x1.7dbc7e63d31ap-5
  tan 0x1.00938ap+3 -0x1.82aba6fe336b3p+2
  tan -0x1.ef18acp+2 -0x1.0db1b0feedd02p+3
  tan -0x1.3cbba2p-1 -0x1.6c747d689f4cap-1
  tan 0x1.86ap+16 -0x1.250a9d503313dp-5
  asin -0x1.87169ep-13 -0x1.87169e2607d71p-13
  asin -0x1.6358dp-9 -0x1.6358ec871c73dp-9
  asin -0x1.887306p-6 -0x1.887ca21803541p-6
  asin -0x1.78369ap-3 -0x1.7a5ca9588bd29p-3
  asin -0x1.458df6p-1 -0x1.60d2b78006ed7p-1
  asin 0x1.784732p-1 0x1.a6adf7ba51499p-1
  acos -0x1.87169ep-13 0x1.922bedf93401cp+0
  acos -0x1.6358dp-9 0x1.92d161ba865fcp+0
  acos -0x1.887306p-6 0x1.9841a7cca2dedp+0
  acos -0x1.78369ap-3 0x1.c16b4a6f544bdp+0
  acos -0x1.458df6p-1 0x1.2144888223242p+1
  acos 0x1.784732p-1 0x1.7d9172ce34598p-1
  atan 0x1.be9d6ep-3 0x1.b7bb0813862e9p-3
  atan -0x1.1fafcep+0 -0x1.afee1d79234e2p-1
  atan -0x1.7d75dap-5 -0x1.7d2f5cc40c5cep-5
  atan 0x1.00938ap+3 0x1.725c18ff09896p+0
  atan -0x1.ef18acp+2 -0x1.7136bc7d67dfbp+0
  atan -0x1.3cbba2p-1 -0x1.1ba5924425624p-1
  atan 0x1.2a05f2p+33 0x1.921fb543d4dep+0
  sinh 0x1.be9d6ep-3 0x1.c229cbe1e3c48p-3
  sinh -0x1.1fafcep+0 -0x1.602ddfbad9ecap+0
  sinh -0x1.7d75dap-5 -0x1.7d992554f94f6p-5
  sinh 0x1.00938ap+3 0x1.7b643542c3b07p+10
  sinh -0x1.ef18acp+2 -0x1.1e20c1e8b513fp+10
  sinh -0x1.3cbba2p-1 -0x1.5153236df4ba8p-1
  sinh 0x1.4p+6 0x1.55779b984f3ebp+114
  sinh 0x1.5e4p+9 0x1.8625c7d4f56c2p+1009
  cosh 0x1.be9d6ep-3 0x1.061c8151067dfp+0
  cosh -0x1.1fafcep+0 0x1.b364597e97edep+0
  cosh -0x1.7d75dap-5 0x1.0047104992a61p+0
  cosh 0x1.00938ap+3 0x1.7b643aa8aec16p+10
  cosh -0x1.ef18acp+2 0x1.1e20c9110fdf4p+10
  cosh -0x1.3cbba2p-1 0x1.329103f11c6b2p+0
  cosh 0x1.4p+6 0x1.55779b984f3ebp+114
  cosh 0x1.5e4p+9 0x1.8625c7d4f56c2p+1009
  tanh 0x1.be9d6ep-3 0x1.b7aad615b8f97p-3
  tanh -0x1.1fafcep+0 -0x1.9e2550af9e55dp-1
  tanh -0x1.7d75dap-5 -0x1.7d2f54f3e77f6p-5
  tanh 0x1.00938ap+3 0x1.fffff8b70f8e1p-1
  tanh -0x1.ef18acp+2 -0x1.fffff3312b419p-1
  tanh -0x1.3cbba2p-1 -0x1.19af5451049f7p-1
  asinh 0x1.be9d6ep-3 0x1.bb2614de467b4p-3
  asinh -0x1.1fafcep+0 -0x1.eeb7d991a9994p-1
  asinh -0x1.7d75dap-5 -0x1.7d5298738b4c8p-5
  asinh 0x1.00938ap+3 0x1.63ac9003d96bp+1
  asinh -0x1.ef18acp+2 -0x1.5f202230059a5p+1
  asinh -0x1.3cbba2p-1 -0x1.2b610f0cacf9fp-1
  asinh 0x1.5af1d8p+66 0x1.75f5736c99cd9p+5
  acosh 0x1.004p+0 0x1.6a025bf510baep-5
  acosh 0x1.8p+0 0x1.ecc2caec5160ap-1
  acosh 0x1.0a6666p+5 0x1.0cb3e16131dfdp+2
  acosh 0x1.5af1d8p+66 0x1.75f5736c99cd9p+5
  atanh -0x1.87169ep-13 -0x1.87169e4c0fae2p-13
  atanh -0x1.6358dp-9 -0x1.6359090e3d06fp-9
  atanh -0x1.887306p-6 -0x1.88863e9c77a65p-6
  atanh -0x1.78369ap-3 -0x1.7c8868e481543p-3
  atanh -0x1.458df6p-1 -0x1.8099da174f85ap-1
  atanh 0x1.784732p-1 0x1.e0f0f99be52fdp-1
  exp 0x1.be9d6ep-3 0x1.3e61bacd42f68p+0
  exp -0x1.1fafcep+0 0x1.4cd9e70ef8051p-2
  exp -0x1.7d75dap-5 0x1.e8b48e3dd5b73p-1
  exp 0x1.00938ap+3 0x1.7b6437f5b938fp+11
  exp -0x1.ef18acp+2 0x1.ca16b2d2172a4p-12
  exp -0x1.3cbba2p-1 0x1.13cee474441bbp-1
  exp 0x1.6p+6 0x1.f1056dc7bf22dp+126
  exp -0x1.5cp+6 0x1.666d0dad2961dp-126
  exp 0x1.62cp+9 0x1.81e9b4b52d0c9p+1023
  exp -0x1.72p+9 0x0.0000000000055p-1022
  exp2 0x1.be9d6ep-3 0x1.29c62135bbb4ap+0
  exp2 -0x1.1fafcep+0 0x1.d5e78b63b1564p-2
  exp2 -0x1.7d75dap-5 0x1.efbd03843156ep-1
  exp2 0x1.00938ap+3 0x1.0337421bb30f6p+8
  exp2 -0x1.ef18acp+2 0x1.336e5a5c20ec3p-8
  exp2 -0x1.3cbba2p-1 0x1.4d766a44475c1p-1
  exp2 0x1.fep+6 0x1.6a09e667f3bcdp+127
  exp2 -0x1.29p+7 0x1.6a09e667f3bcdp-149
  exp2 0x1.ffep+9 0x1.ae89f995ad3adp+1023
  exp2 -0x1.0b9p+10 0x0.000000000000dp-1022
  exp10 0x1.be9d6ep-3 0x1.a6f9584e25c44p+0
  exp10 -0x1.1fafcep+0 0x1.3405f9de8c5f7p-4
  exp10 -0x1.7d75dap-5 0x1.cbf1ab3d2087bp-1
  exp10 0x1.00938ap+3 0x1.8d9f301db7ac7p+26
  exp10 -0x1.ef18acp+2 0x1.3b99f9263d45fp-26
  exp10 -0x1.3cbba2p-1 0x1.ecd87c81e9bd3p-3
  exp10 0x1.32p+5 0x1.0b90d4d072069p+127
  exp10 -0x1.6p+5 0x1.c8b8218854567p-147
  exp10 0x1.34p+8 0x1.1ccf385ebc8ap+1023
  exp10 -0x1.368p+8 0x0.005d23ccb7dcep-1022
  expm1 0x1.be9d6ep-3 0x1.f30dd66a17b3cp-3
  expm1 -0x1.1fafcep+0 -0x1.59930c7883fd8p-1
  expm1 -0x1.7d75dap-5 -0x1.74b71c22a48cfp-5
  expm1 0x1.00938ap+3 0x1.7b4437f5b938fp+11
  expm1 -0x1.ef18acp+2 -0x1.ffc6bd29a5bd2p-1
  expm1 -0x1.3cbba2p-1 -0x1.d862371777c8bp-2
  expm1 0x1.b7cdfd9d7bdbbp-34 0x1.b7cdfd9dda4e3p-34
  log 0x1.a95764p-14 -0x1.264877341749ap+3
  log 0x1.5924aap+31 0x1.5c94de164dde4p+4
  log 0x1.8cac6cp-52 -0x1.1cd8824950adbp+5
  log 0x1.1c4656p+14 0x1.39e1e3763cb0dp+3
  log 0x1.2ad12p+0 0x1.3cbaffe66c471p-3
  log 0x1.658f9cp-1 -0x1.6fa29a7c38f2ap-2
  log 0x1.f560a6p+0 0x1.58283aea9063p-1
  log 0x0.012688b70e62bp-1022 -0x1.64e69394d9508p+9
  log2 0x1.a95764p-14 -0x1.a88f8b9db08c2p+3
  log2 0x1.5924aap+31 0x1.f6e5961446689p+4
  log2 0x1.8cac6cp-52 -0x1.9af20e7e43b14p+5
  log2 0x1.1c4656p+14 0x1.c4d6280f9b4f4p+3
  log2 0x1.2ad12p+0 0x1.c8f20a9ba369dp-3
  log2 0x1.658f9cp-1 -0x1.093155f9be526p-1
  log2 0x1.f560a6p+0 0x1.f08389312ebe6p-1
  log10 0x1.a95764p-14 -0x1.ff38d8626b11bp+1
  log10 0x1.5924aap+31 0x1.2ec628864e38fp+3
  log10 0x1.8cac6cp-52 -0x1.eed3e609b4836p+3
  log10 0x1.1c4656p+14 0x1.10a280327554fp+2
  log10 0x1.2ad12p+0 0x1.131bcc71ec69bp-4
  log10 0x1.658f9cp-1 -0x1.3f52e7e8d7717p-3
  log10 0x1.f560a6p+0 0x1.2aee5ca9c903p-2
  log1p -0x1.87169ep-13 -0x1.871ff42474f58p-13
  log1p -0x1.6358dp-9 -0x1.63d45907dbe5dp-9
  log1p -0x1.887306p-6 -0x1.8d39d7ef6980cp-6
  log1p -0x1.78369ap-3 -0x1.9faf22e8e33cap-3
  log1p -0x1.458df6p-1 -0x1.029b8a0e775adp+0
  log1p 0x1.784732p-1 0x1.1a17765096674p-1
  log1p 0x1.a95764p-14 0x1.a951deb1e6108p-14
  log1p 0x1.5924aap+31 0x1.5c94de16659a7p+4
  sqrt 0x1.a95764p-14 0x1.49fb1be41a537p-7
  sqrt 0x1.5924aap+31 0x1.a45f72b75ccd3p+15
  sqrt 0x1.8cac6cp-52 0x1.3eaaa8588bf3dp-26
  sqrt 0x1.1c4656p+14 0x1.0dc4667581ee8p+7
  sqrt 0x1.2ad12p+0 0x1.1494c55a88e4cp+0
  sqrt 0x1.658f9cp-1 0x1.abde440dc2431p-1
  sqrt 0x1.f560a6p+0 0x1.66436cc777319p+0
  rsqrt 0x1.a95764p-14 0x1.8d35fbf30bd4p+6
  rsqrt 0x1.5924aap+31 0x1.37cca562d7fc7p-16
  rsqrt 0x1.8cac6cp-52 0x1.9b5058af96509p+25
  rsqrt 0x1.1c4656p+14 0x1.e5deecd5f6cd3p-8
  rsqrt 0x1.2ad12p+0 0x1.d9e695aa25165p-1
  rsqrt 0x1.658f9cp-1 0x1.325659bd519f4p+0
  rsqrt 0x1.f560a6p+0 0x1.6dda8f42acf5dp-1
  cbrt -0x1.dad542p-59 -0x1.8c4b22f9d6459p-20
  cbrt -0x1.048cf8p+92 -0x1.98c4b90142e48p+30
  cbrt -0x1.65706p+74 -0x1.c6333ceeca0f1p+24
  cbrt 0x1.a8b13p-38 0x1.7dd287a1ed0a9p-13
  cbrt 0x1.bp+4 0x1.8p+1
  cbrt -0x1.f4p+9 -0x1.4p+3
  cbrt 0x1.56e1fc2f8f359p-997 0x1.bff2ee48e053p-333
  cbrt 0x1.7e43c8800759cp+996 0x1.249ad2594c37dp+332
  rcbrt -0x1.cbbf06p+7 -0x1.4e52e1c75d6a8p-3
  rcbrt -0x1.42a11ap-64 -0x1.2a9a937bedc43p+21
  rcbrt -0x1.3dfed8p+93 -0x1.dc4b98fd1e404p-32
  rcbrt 0x1.b0ddecp-41 0x1.551af67ce4bb8p+13
  rcbrt 0x1.bp+4 0x1.5555555555555p-2
  rcbrt 0x1.56e1fc2f8f359p-997 0x1.249ad2594c37dp+332
  sinpi 0x1p-2 0x1.6a09e667f3bcdp-1
  sinpi 0x1.8p-2 0x1.d906bcf328d46p-1
  sinpi 0x1.ccccccp-1 0x1.3c6ef83acf7cfp-2
  sinpi -0x1.4cccccp+0 0x1.9e3776c52321dp-1
  sinpi 0x1.92ccccp+6 0x1.9e3836d0366bap-1
  sinpi -0x1.a36e2ep-14 -0x1.496b7b6d3e534p-12
  sinpi 0x1.7ae148p-1 0x1.753b5f8cfed25p-1
  cospi 0x1p-2 0x1.6a09e667f3bcdp-1
  cospi 0x1.8p-2 0x1.87de2a6aea963p-2
  cospi 0x1.ccccccp-1 -0x1.e6f0e06d73236p-1
  cospi -0x1.4cccccp+0 -0x1.2cf234585fe73p-1
  cospi 0x1.92ccccp+6 -0x1.2cf12c0488fafp-1
  cospi 0x1.f5c29p-2 0x1.015112cbbe1bdp-5
  cospi 0x1.051eb8p-1 -0x1.015112cbbe1bdp-5
  cospi 0x1.7ae148p-1 -0x1.5e7cf60cad5a8p-1
  atan2 -0x1.635a9p+0 -0x1.ab9384p+1 -0x1.5fb68a9ec41ap+1
  atan2 -0x1.c58066p+1 -0x1.164f82p+2 -0x1.3a9d64b8f725ep+1
  atan2 -0x1.fc854cp+0 0x1.07f62ap+0 -0x1.178d8bb9ae6b2p+0
  atan2 -0x1.3dd5b6p+2 0x1.c782fep+0 -0x1.3a0c7a6ed1ba5p+0
  atan2 0x1.56e1fc2f8f359p-997 -0x1p+0 0x1.921fb54442d18p+1
  pow 0x1.b33334p+0 0x1.a66666p+1 0x1.70b0a896f817ep+2
  pow 0x1.0624dep-10 -0x1.ecccccp+2 0x1.aa8a3083e5b48p+76
  pow -0x1p+1 0x1.8p+1 -0x1p+3
  pow 0x1.000002p+0 0x1.312dp+23 0x1.a5a0bbc1d9cb9p+1
  pow 0x1.4p+3 -0x1.2cp+8 0x1.56e1fc2f8f359p-997
  hypot -0x1.635a9p+0 -0x1.ab9384p+1 0x1.cf05f231bbc7cp+1
  hypot -0x1.c58066p+1 -0x1.164f82p+2 0x1.66fd09c04547ep+2
  hypot -0x1.fc854cp+0 0x1.07f62ap+0 0x1.1e794c8bf8e8ep+1
  hypot -0x1.3dd5b6p+2 0x1.c782fep+0 0x1.519eace14eeb4p+2
  hypot 0x1.1eb2d66005835p+998 0x1.7e43c8800759cp+998 0x1.ddd4baa009303p+998
  hypot 0x0.00000000007e8p-1022 0x0.0000000000fdp-1022 0x0.00000000011aep-1022
  rhypot -0x1.635a9p+0 -0x1.ab9384p+1 0x1.1b1423d35c9e1p-2
  rhypot -0x1.c58066p+1 -0x1.164f82p+2 0x1.6d1d65922324ep-3
  rhypot -0x1.fc854cp+0 0x1.07f62ap+0 0x1.c989233e2d7e2p-2
  rhypot -0x1.3dd5b6p+2 0x1.c782fep+0 0x1.843940f1648ffp-3
  rhypot 0x1.1eb2d66005835p+998 0x1.7e43c8800759cp+998 0x1.124e63593f5ep-999
  rhypot 0x1.1ccf385ebc8ap+1023 0x1.ab36d48e1acfp+1023 0x0.3fd1cf24e4761p-1022
  norm3d -0x1.9efbeap+0 -0x1.e681f8p+0 0x1.97b4p+1 0x1.030f389727fc9p+2
  norm3d -0x1.8a56aep-3 -0x1.d791d4p+0 -0x1.80a5cp-3 0x1.dc920be46305p+0
  norm3d 0x1.05f9fcp+1 -0x1.1b84f8p+2 0x1.30105p+2 0x1.b3e29da938511p+2
  norm3d -0x1.315db4p+2 0x1.3fbcd6p+1 0x1.b97292p+1 0x1.994c783445acp+2
  norm3d 0x1.7e43c8800759cp+996 0x1.7e43c8800759cp+997 0x1.1eb2d66005835p+998 0x1.659371f6da5bp+998
  norm3d 0x1.4484cp-100 0x1.93e594p+100 0x1.08b2a2p+83 0x1.93e5940015af2p+100
  rnorm3d -0x1.9efbeap+0 -0x1.e681f8p+0 0x1.97b4p+1 0x1.f9f40eaef5ac4p-3
  rnorm3d -0x1.8a56aep-3 -0x1.d791d4p+0 -0x1.80a5cp-3 0x1.13081e6fd3866p-1
  rnorm3d 0x1.05f9fcp+1 -0x1.1b84f8p+2 0x1.30105p+2 0x1.2cb3f8e5014fcp-3
  rnorm3d -0x1.315db4p+2 0x1.3fbcd6p+1 0x1.b97292p+1 0x1.403c4d72234edp-3
  rnorm3d 0x1.8p+996 -0x1p+997 0x1.4p+998 0x1.6e5b7d16657e1p-999
  rnorm3d 0x1.4484cp-100 0x1.93e594p+100 0x1.08b2a2p+83 0x1.4484bf9cbda29p-101
  norm4d -0x1.346fdp+2 0x1.704e16p+1 -0x1.569158p+0 0x1.920434p-1 0x1.74b32b0cb9cddp+2
  norm4d -0x1.3a3098p+2 -0x1.22183ap+2 -0x1.986c4ep+1 0x1.2350acp+2 0x1.1622a359f5743p+3
  norm4d -0x1.8473c8p+1 0x1.4757b6p+1 0x1.12fabap+2 0x1.1ae876p+2 0x1.d5370adfc10bfp+2
  norm4d -0x1.8e61fp+0 -0x1.73babap+0 0x1.f9e4aep-3 0x1.60c598p+1 0x1.bed859187535dp+1
  norm4d 0x1.8p-665 0x1p-664 0x1.4p-663 0x1p-698 0x1.65c55827df1d2p-663
  rnorm4d -0x1.346fdp+2 0x1.704e16p+1 -0x1.569158p+0 0x1.920434p-1 0x1.5faeb418f1756p-3
  rnorm4d -0x1.3a3098p+2 -0x1.22183ap+2 -0x1.986c4ep+1 0x1.2350acp+2 0x1.d740adc61d353p-4
  rnorm4d -0x1.8473c8p+1 0x1.4757b6p+1 0x1.12fabap+2 0x1.1ae876p+2 0x1.1757d8d783085p-3
  rnorm4d -0x1.8e61fp+0 -0x1.73babap+0 0x1.f9e4aep-3 0x1.60c598p+1 0x1.2553dd131b784p-2
  rnorm4d 0x1.8p-665 0x1p-664 0x1.4p-663 0x1p-698 0x1.6e5b7d16657e1p+662
  erf 0x1.be9d6ep-3 0x1.f01336cc4ecd1p-3
  erf -0x1.1fafcep+0 -0x1.c6a7b42e5b3ddp-1
  erf -0x1.7d75dap-5 -0x1.ae1efb420db1p-5
  erf 0x1.00938ap+3 0x1p+0
  erf -0x1.2d03f2p+1 -0x1.ff8c6ec0e519ap-1
  erf 0x1.7d8a18p+0 0x1.ee0d53d9741bap-1
  erf 0x1.c88a4ap+0 0x1.fa06c04534a1bp-1
  erf 0x1.143ec8p+1 0x1.fed626ae42ac8p-1
  erfc -0x1.63ddfp+1 0x1.fffa798b07da5p+0
  erfc 0x1.565fe2p+1 0x1.454acdb388fb8p-13
  erfc -0x1.39f95p+1 0x1.ffddc2176e947p+0
  erfc 0x1.5ac8f8p+3 0x1.3acf6f5573db4p-174
  erfc 0x1.10c8d8p+4 0x1.a9626eea9c9eap-425
  erfc 0x1.81db28p+4 0x1.73343f176cefep-845
  erfcx -0x1.a66d08p+1 0x1.a399d0f9c14eap+16
  erfcx -0x1.841bb2p-2 0x1.a0249d3e7ed37p+0
  erfcx 0x1.a2abaep+2 0x1.5d4490f712a07p-4
  erfcx 0x1.dfec7cp+1 0x1.2a36543329178p-3
  erfcx 0x1.e69ad2p+1 0x1.265ceea8a86fcp-3
  erfcx 0x1.109b1ap+1 0x1.f00ccba9a275cp-3
  erfcx 0x1.7ep+3 0x1.81d35620209bdp-5
  erfcx 0x1.8p+3 0x1.7fd46c5e0864dp-5
  erfcx 0x1.9p+3 0x1.7093453935bbap-5
  erfcx 0x1.b4ccccp+4 0x1.525ea6289d6fcp-6
  erfcx 0x1.9p+6 0x1.71ba92b1d1777p-8
  erfcx 0x1.2a05f2p+33 0x1.f044332d68161p-35
  erfcx -0x1.a8p+4 0x1.18a49e30f3487p+1014
  erfcx 0x1.b7cdfep-34 0x1.ffffffff07ddep-1
  erfcx 0x1.9ep+4 0x1.64fa412b33324p-6
  erfinv -0x1.afed54p-1 -0x1.008f782334c8fp+0
  erfinv -0x1.678f22p-1 -0x1.78fdb54793f85p-1
  erfinv 0x1.836df8p-2 0x1.655745b3b147ap-2
  erfinv 0x1.fca5f4p-1 0x1.ec34bf96b8de4p+0
  erfinv 0x1p-1 0x1.e861fbb24c00ap-2
  erfinv 0x1.02p-1 0x1.ecd7a532f687ep-2
  erfinv 0x1.fff2e4p-1 0x1.6021ede1f7409p+1
  erfinv 0x1.fffffffffffffp-1 0x1.7744f8f74e94ap+2
  erfinv 0x1.0c6f7ap-20 0x1.dbca19d251617p-21
  erfinv 0x1.12e0be826d695p-30 0x1.e7355a02875c3p-31
  erfinv 0x0.0000000000001p-1022 0x0.0000000000001p-1022
  erfinv -0x1.333334p-2 -0x1.170078080248ap-2
  erfcinv 0x1.4acff6p-2 0x1.65c374345dadap-1
  erfcinv 0x1.8dbd44p-4 0x1.2c5245ed11b3p+0
  erfcinv 0x1.f930ap+0 -0x1.916055f507ffp+0
  erfcinv 0x1.112afp+0 -0x1.e7704a6f75263p-5
  erfcinv 0x1p-1 0x1.e861fbb24c00ap-2
  erfcinv 0x1.cp-2 0x1.19183e7998da6p-1
  erfcinv 0x1p-2 0x1.a07890f6b2ba1p-1
  erfcinv 0x1.0624dep-10 0x1.29d3112c1225ep+1
  erfcinv 0x1.4484cp-100 0x1.04c176cf2ae1cp+3
  erfcinv 0x1.87e92154ef7acp-665 0x1.55ff1c82aa9b7p+4
  erfcinv 0x1.c16c5c5253575p-1014 0x1.a6d9398861cafp+4
  erfcinv 0x0.0000000000001p-1022 0x1.b369a6244e684p+4
  erfcinv 0x1.ffbe76p+0 -0x1.29d2c344d0e8dp+1
  erfcinv 0x1.0000000000001p+0 -0x1.c5bf891b4ef6bp-53
  normcdf -0x1.211cacp-1 0x1.25041bb44703bp-2
  normcdf -0x1.937374p+0 0x1.d72a06f12d176p-5
  normcdf 0x1.20a554p-1 0x1.6d55572f3badfp-1
  normcdf -0x1.533334p+2 0x1.f15e42d434866p-25
  normcdf -0x1.433334p+3 0x1.ab6a00e0b73fep-79
  normcdf -0x1.4b3334p+4 0x1.27eeafb287247p-315
  normcdf -0x1.29999ap+5 0x1.2b7ea7deebe85p-1005
  normcdf -0x1.32p+5 0x0.0000000001071p-1022
  normcdf 0x1.866666p+2 0x1.fffffffb71c3ap-1
  normcdf 0x1.b7cdfep-34 0x1.0000000057ba7p-1
  normcdfinv 0x1.a71034p-1 0x1.e116c4838b6cep-1
  normcdfinv 0x1.d299ep-2 -0x1.c8224a1e56716p-4
  normcdfinv 0x1.afe124p-2 -0x1.94466e033daadp-3
  normcdfinv 0x1.c85a88p-5 -0x1.9784a22ac1248p+0
  normcdfinv 0x1.b7cdfep-34 -0x1.972035956e787p+2
  normcdfinv 0x1.56e1fc2f8f359p-997 -0x1.286074064c26ep+5
  normcdfinv 0x0.0000000000001p-1022 -0x1.33bd3f27fcd03p+5
  normcdfinv 0x1.ffe5cap-2 -0x1.06cde75207ea7p-12
  normcdfinv 0x1.000d1cp-1 0x1.06e1f4e532727p-12
  normcdfinv 0x1.fffebp-1 0x1.10ef018cc3ea1p+2
  lgamma 0x1p-1 0x1.250d048e7a1bdp-1
  lgamma 0x1.8p+0 -0x1.eeb95b094c191p-4
  lgamma 0x1.0cccccp+1 0x1.7439bf484b0cdp-5
  lgamma 0x1.49999ap+3 0x1.af6cd952c07fep+3
  lgamma 0x1.92ccccp+6 0x1.6a5b54b2c3a1p+8
  lgamma 0x1.2a05f2p+33 0x1.9a43710f467c1p+37
  lgamma -0x1.333334p-2 0x1.76ffc1841a593p+0
  lgamma -0x1.6cccccp+2 -0x1.2abcb8d3d129ap+2
  lgamma 0x1.b7cdfep-34 0x1.7069e2a6912d6p+4
  tgamma 0x1p-1 0x1.c5bf891b4ef6bp+0
  tgamma 0x1.8p+0 0x1.c5bf891b4ef6bp-1
  tgamma 0x1.0cccccp+1 0x1.0be67e47ed9ffp+0
  tgamma 0x1.49999ap+3 0x1.5dd1e0083c4dp+19
  tgamma 0x1.eb3334p+4 0x1.2ca7b8673e7d7p+106
  tgamma -0x1.333334p-2 -0x1.14eb2074b9368p+2
  tgamma -0x1.6cccccp+2 0x1.33cbeb1a88602p-7
  tgamma 0x1.b7cdfep-34 0x1.2a05f1bcf448ap+33
  tgamma 0x1.55p+7 0x1.9589f849167a8p+1015
  tgamma -0x1.44ccccp+4 -0x1.7be26905f86d5p-61
  j0 0x1.99999ap-4 0x1.feb88654ed089p-1
  j0 0x1.4cccccp+0 0x1.3d7bea0191d67p-1
  j0 0x1.6p+2 -0x1.c0851353df6dep-8
  j0 0x1.11999ap+4 -0x1.46375d7d64e72p-3
  j0 0x1.913334p+6 0x1.56e6fc2ca7718p-5
  j1 0x1.99999ap-4 0x1.9916958b6b09ep-5
  j1 0x1.4cccccp+0 0x1.0b46a135491e6p-1
  j1 0x1.6p+2 -0x1.5da1fac37d47bp-2
  j1 0x1.11999ap+4 -0x1.d0f9336fcdf3dp-4
  j1 0x1.913334p+6 -0x1.14cd127c50f87p-4
  y0 0x1.99999ap-4 -0x1.88c3dd1678c06p+0
  y0 0x1.4cccccp+0 0x1.2569848f590bbp-2
  y0 0x1.6p+2 -0x1.5ba0ccf037ce6p-2
  y0 0x1.11999ap+4 -0x1.bdb91a936681p-4
  y0 0x1.913334p+6 -0x1.15a6fc1ac572dp-4
  y1 0x1.99999ap-4 -0x1.9d5f7404a9e96p+2
  y1 0x1.4cccccp+0 -0x1.18d7951d25ac7p-1
  y1 0x1.6p+2 -0x1.854146d501fdfp-6
  y1 0x1.11999ap+4 0x1.3fd815c1a9d66p-3
  y1 0x1.913334p+6 -0x1.59acb8cb244a8p-5
  cyl_bessel_i0 0x1.0624dep-10 0x1.00000431bdf34p+0
  cyl_bessel_i0 0x1.666666p-1 0x1.205564f1f93d9p+0
  cyl_bessel_i0 0x1.a66666p+1 0x1.8f8740e4fa7f6p+2
  cyl_bessel_i0 0x1.833334p+3 0x1.45d48005ea147p+14
  cyl_bessel_i0 0x1.de6666p+4 0x1.49e92ab121344p+39
  cyl_bessel_i0 0x1.ep+4 0x1.6bfe996abff48p+39
  cyl_bessel_i0 0x1.6cccccp+5 0x1.a2aaee629495ep+61
  cyl_bessel_i0 0x1.54p+6 0x1.1285346948006p+118
  cyl_bessel_i0 0x1.f48p+8 0x1.3286c10fd5a13p+716
  cyl_bessel_i0 0x1.648p+9 0x1.7defd11043518p+1022
  cyl_bessel_i1 0x1.0624dep-10 0x1.0624e025c183ap-11
  cyl_bessel_i1 0x1.666666p-1 0x1.7cce063e88166p-2
  cyl_bessel_i1 0x1.a66666p+1 0x1.4b94d3842df4ap+2
  cyl_bessel_i1 0x1.833334p+3 0x1.380fac6a02edbp+14
  cyl_bessel_i1 0x1.de6666p+4 0x1.44589d171116ep+39
  cyl_bessel_i1 0x1.ep+4 0x1.65e0288a35eap+39
  cyl_bessel_i1 0x1.6cccccp+5 0x1.9e0d22598d37cp+61
  cyl_bessel_i1 0x1.54p+6 0x1.10e694372e69dp+118
  cyl_bessel_i1 0x1.f48p+8 0x1.32385292aca73p+716
  cyl_bessel_i1 0x1.648p+9 0x1.7dab39e0e2874p+1022
  cyl_bessel_i1 -0x1.4p+1 -0x1.4223c20769d7p+1
  jn 2 0x1.4cccccp+0 0x1.76d6b2221c0ebp-3
  jn 5 0x1.ecccccp+2 0x1.fb92a37854adfp-3
  jn 10 0x1.a66666p+1 0x1.0d3da103168f7p-15
  jn 0 0x1.4cccccp+0 0x1.3d7bea0191d67p-1
  yn 2 0x1.4cccccp+0 -0x1.2162acfa471dap+0
  yn 5 0x1.ecccccp+2 0x1.b2adea20bad7bp-3
  yn 10 0x1.a66666p+1 -0x1.06dd030fd8001p+10
  yn 1 0x1.4cccccp+0 -0x1.18d7951d25ac7p-1
  powi 0x1.b33334p+0 3 0x1.3a6e9949374c9p+2
  powi -0x1.19999ap+0 -13 -0x1.289dc1fcf46a8p-2
  powi 0x1.ccccccp-1 1000 0x1.fee3ca4486b9ep-153
  erfcx 0x1.6333333333333p+3 0x1.9eb6679ac94fcp-5
  erfcx -0x1.44ccccccccccdp+4 0x1.6f24ae4509922p+595
  erfcx 0x1.ecccccccccccdp+2 0x1.29a66be5214dap-4
  erfcx -0x1.9e66666666666p+4 0x1.b5d712bd138a8p+968
  normcdf -0x1.28ccccccccccdp+5 0x1.81523a953c926p-1000
  normcdf -0x1.e4ccccccccccdp+4 0x1.676969d381f81p-669
  cyl_bessel_i0 0x1.54ccccccccccdp+4 0x1.2747c202d5ce5p+27
  cyl_bessel_i0 0x1.419999999999ap+4 0x1.6e58e90db6a62p+25
  cyl_bessel_i0 0x1.9066666666666p+6 0x1.b3b2e02945e77p+139
  cyl_bessel_i1 0x1.54ccccccccccdp+4 0x1.20436b437879ep+27
  cyl_bessel_i1 0x1.4b33333333333p+4 0x1.40c90a2094defp+26
  erfinv 0x1.3333333333333p-2 0x1.1700774485ed2p-2
  erfinv 0x1.6666666666666p-1 0x1.773a9da42b44fp-1
  sinpi 0x1.6666666666666p-1 0x1.9e3779b97f4a8p-1
  sinpi 0x1.86a019999999ap+16 0x1.3c6ef3734b12p-2
  cbrt 0x1.999999999999ap-4 0x1.db4c7760bcff3p-2
  cyl_bessel_i0 0x1.027ced916872bp+4 0x1.fb264f9793b4fp+19
  cyl_bessel_i0 0x1.028a915379fa9p+4 0x1.fcc9b8b5e6ce6p+19
  cyl_bessel_i0 0x1.027861a60d456p+4 0x1.fa9aceeecef97p+19
  cyl_bessel_i0 0x1.01f487fcb923ap+4 0x1.eb0dec32a997ap+19
  cyl_bessel_i0 0x1.020b439581062p+4 0x1.edb370871ac2fp+19
  cyl_bessel_i0 0x1.0267b5f1bef4ap+4 0x1.f89c953283c4bp+19
  cyl_bessel_i1 0x1.027ced916872bp+4 0x1.eb31b512b5aebp+19
  cyl_bessel_i1 0x1.028a915379fa9p+4 0x1.ecc8c8321b8a9p+19
  cyl_bessel_i1 0x1.027861a60d456p+4 0x1.eaaa4ef30571ep+19
  cyl_bessel_i1 0x1.01f487fcb923ap+4 0x1.db92a3a95b1fep+19
  cyl_bessel_i1 0x1.020b439581062p+4 0x1.de2430f164759p+19
  cyl_bessel_i1 0x1.0267b5f1bef4ap+4 0x1.e8bb18170cc99p+19
  """
