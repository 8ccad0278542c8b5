# Makes pyarrow-types.parquet, pyarrow-empty.parquet, pyarrow-large-decimals.parquet and astropy.parquet.
# pyarrow 25.0.1, astropy 5.2.
import sys, datetime as dt, decimal
import pyarrow as pa, pyarrow.parquet as pq
out=sys.argv[1]
D=decimal.Decimal
utc=dt.timezone.utc
c={}
def add(n,v,t): c[n]=pa.array(v,t)
add('i8',[-128,None,127],pa.int8()); add('u8',[200,None,255],pa.uint8())
add('i16',[-32768,None,1],pa.int16()); add('u16',[65535,None,40000],pa.uint16())
add('i32',[-2**31,None,1],pa.int32()); add('u32',[4000000000,None,2**32-1],pa.uint32())
add('i64',[-2**63,None,2**63-1],pa.int64())
add('u64',[2**64-1,None,2**63],pa.uint64()); add('u64small',[1,None,2**63-1],pa.uint64())
add('u64null',[None,None,None],pa.uint64())
add('f16',[0.5,None,float('nan')],pa.float16()); add('f32',[0.1,None,float('inf')],pa.float32()); add('f64',[0.1,None,-1e300],pa.float64())
add('nan',[float('nan'),None,1.5],pa.float64())
add('dec9',[D('12.345'),None,D('-0.001')],pa.decimal128(9,3))
add('decid9',[D('123456789'),None,D('-1')],pa.decimal128(9,0))
add('decid18',[D('123456789012345678'),None,D('-1')],pa.decimal128(18,0))
add('decid20',[D('9223372036854775807'),None,D('-1')],pa.decimal128(20,0))
add('decid20large',[D('18446744073709551615'),None,D('-1')],pa.decimal128(20,0))
add('decid38',[D('1'*38),None,D('2')],pa.decimal128(38,0))
add('decnegscale',[D('12300'),None,D('-100')],pa.decimal128(5,0))
add('dec30',[D('1234567890123456789.5'),None,D('0.1')],pa.decimal128(30,5))
add('date32',[dt.date(2019,3,1),None,dt.date(1850,1,2)],pa.date32()); add('date64',[dt.date(2019,3,1),None,dt.date(1850,1,2)],pa.date64())
add('t32ms',[dt.time(1,2,3,4000),None,dt.time(0)],pa.time32('ms')); add('t64us',[dt.time(1,2,3,4),None,dt.time(0)],pa.time64('us'))
add('t64ns',[1,None,86399999999999],pa.time64('ns'))
add('ts_s',[0,None,-1],pa.timestamp('s')); add('ts_ms',[1500,None,-1],pa.timestamp('ms')); add('ts_us',[1,None,-1],pa.timestamp('us')); add('ts_ns',[1,None,-1],pa.timestamp('ns'))
add('ts_utc',[1551441600000000,None,0],pa.timestamp('us','UTC')); add('ts_berlin',[1551441600000000,None,0],pa.timestamp('us','Europe/Berlin'))
add('dur',[5,None,-7],pa.duration('s'))
add('yes',[True,None,False],pa.bool_()); add('text',['é',None,'null'],pa.string()); add('large',['a b',None,'c'],pa.large_string())
add('bin',[b'M67',None,b'NGC 188'],pa.binary()); add('fixbin',[b'ab',None,b'cd'],pa.binary(2)); add('raw',[b'\xff\xfe',None,b'\x00'],pa.binary())
add('dict',['x',None,'y'],pa.string()); c['dict']=c['dict'].dictionary_encode()
add('nothing',[None,None,None],pa.null())
add('list',[[1.5,None],None,[]],pa.list_(pa.float64())); add('listnan',[[float('nan'),2.0],None,[1.0]],pa.list_(pa.float32()))
add('listi',[[1,None],None,[3]],pa.list_(pa.int32())); add('listu',[[2**64-1],None,[3]],pa.list_(pa.uint64())); add('lists',[['a'],None,['b','c']],pa.list_(pa.string()))
add('vec',[[1,2],None,[3,None]],pa.list_(pa.int32(),2))
add('nested',[[[1,2],[3]],None,[[]]],pa.list_(pa.list_(pa.int32())))
add('struct',[{'a':1},None,{'a':2}],pa.struct([('a',pa.int32())]))
add('map',[[('k',1)],None,[]],pa.map_(pa.string(),pa.int32()))
add('last',[1,None,3],pa.int64())
t=pa.table(c); pq.write_table(t,out+'/pyarrow-types.parquet',version='2.6')
pq.write_table(t.slice(0,0),out+'/pyarrow-empty.parquet',version='2.6')
pq.write_table(pa.table({'ts':pa.array([0,None,1551441600000000],pa.timestamp('us'))}),out+'/pyarrow-int96.parquet',use_deprecated_int96_timestamps=True)
pq.write_table(pa.table({'id':pa.array([D('1'*60),None,D(2)],pa.decimal256(60,0)),'x':pa.array([D('1.5'),None,D(2)],pa.decimal256(60,3)),'y':[1,2,3]}),out+'/pyarrow-decimal256.parquet')
try:
    from astropy.table import Table,MaskedColumn,Column,QTable
    import astropy.units as u, numpy as np
    q=Table()
    q['source_id']=MaskedColumn(np.array([2**53+1,2,3],'i8'),mask=[0,1,0])
    q['x']=MaskedColumn([1.5,np.nan,3.5],mask=[0,0,1],unit='kpc',description='distance')
    q['plain']=Column(np.array([1,2,3],'f4'),unit='km/s')
    q['name']=MaskedColumn(['a','b','c'],mask=[0,1,0])
    q['flag']=MaskedColumn([True,False,True],mask=[0,1,0])
    q['n']=MaskedColumn(np.array([1,200,3],'u1'),mask=[1,0,0])
    q['y.mask']=[True,False,True]
    q['pm']=[1.0,2.0,np.nan]*u.Unit('mas/yr')
    q['x'].meta={'ucd':'pos.distance'}
    q.write(out+'/astropy.parquet',overwrite=True)
    QTable({'d':[1.,2.]*u.kpc,'a':[1,2]}).write(out+'/astropy-qtable.parquet',overwrite=True)
    print(Table.read(out+'/astropy.parquet'))
    print(pq.read_schema(out+'/astropy.parquet').metadata[b'table_meta_yaml'].decode())
    print(pq.read_schema(out+'/astropy-qtable.parquet').metadata[b'table_meta_yaml'].decode())
except Exception as e:
    import traceback; traceback.print_exc()
nan=float('nan')
pq.write_table(pa.table({'id':[1,2,3,4,5,6],'x':pa.array([1.5,nan,3.5,nan,nan,7.]),'f':pa.array([1.5,nan,3.5,nan,nan,7.],pa.float32()),
  'every':pa.array([nan]*6)}),out+'/pyarrow-nan-statistics.parquet',row_group_size=2)
