# Makes fits-types.fits, fits-types-empty.fits, fits-ascii.fits and their values as text, as astropy reads them.
import numpy as np, sys, warnings
from astropy.io import fits
from astropy.table import Table
warnings.simplefilter('ignore')
out=sys.argv[1]
C=fits.Column
n=3
cols=[]
def raw(name,fmt,values,dtype,**cards):
    cols.append((name,fmt,np.array(values,dtype),cards))
raw('l','L',[ord('T'),ord('F'),0],'u1')
raw('bits','11X',[[0x80,0x20],[0,0],[0xff,0xe0]],'u1')
raw('b','B',[0,200,255],'u1')
raw('bnull','B',[0,200,255],'u1',TNULL=255)
raw('bsigned','B',[0,128,255],'u1',TZERO=-128)
raw('i','I',[-32768,0,32767],'>i2')
raw('inull','I',[-32768,-9999,32767],'>i2',TNULL=-9999)
raw('uint16','I',[-32768,0,32767],'>i2',TZERO=32768)
raw('uint16null','I',[-32768,0,32767],'>i2',TZERO=32768,TNULL=0)
raw('iscaled','I',[-100,0,100],'>i2',TSCAL=0.01,TZERO=5.0)
raw('iscalednull','I',[-100,0,100],'>i2',TSCAL=0.5,TZERO=-1.25,TNULL=100)
raw('j','J',[-2**31,0,2**31-1],'>i4')
raw('uint32','J',[-2**31,0,2**31-1],'>i4',TZERO=2**31)
raw('jscaled','J',[1,2,3],'>i4',TSCAL=2.0)
raw('k','K',[-2**63,0,2**63-1],'>i8')
raw('knull','K',[2**53+1,-1,2**63-1],'>i8',TNULL=-1)
raw('uint64','K',[-2**63,-1,-2**63+2**53+1],'>i8',TZERO=2**63)
raw('uint64large','K',[-2**63,5,2**63-1],'>i8',TZERO=2**63)
raw('uint64largenull','K',[-2**63,5,2**63-1],'>i8',TZERO=2**63,TNULL=5)
raw('e','E',[0.1,np.nan,-np.inf],'>f4')
raw('escaled','E',[0.5,np.nan,2],'>f4',TSCAL=10.0,TZERO=1.0)
raw('d','D',[0.1,np.nan,1e300],'>f8')
raw('dscaled','D',[0.5,1.5,np.nan],'>f8',TSCAL=0.1,TZERO=-1.0)
raw('c','C',[1+2j,np.nan,-1j],'>c8')
raw('m','M',[1+2j,0,-1.5j],'>c16')
raw('cscaled','C',[1+2j,0,-1j],'>c8',TSCAL=2.0,TZERO=10.0)
raw('a','5A',[b'abc',b'',b'  x  '],'S5')
raw('nulended','5A',[b'ab\0xy',b'\0\0\0\0\0',b'abcde'],'V5')
raw('texts','12A',[b'ab  cd  ef  ',b'    xy      ',b'abcdefghijkl'],'S12',TDIM='(4,3)')
raw('vj','3J',[[1,2,3],[4,-9,6],[7,8,-9]],'>i4',TNULL=-9)
raw('ve','2E',[[1.5,np.nan],[2.5,3.5],[0,-1]],'>f4')
raw('matrix','4I',[[1,2,3,4],[5,6,7,8],[9,10,11,12]],'>i2',TDIM='(2,2)')
raw('vl','3L',[[ord('T'),ord('F'),0]]*3,'u1')
raw('nothing','0J',np.zeros((3,0)),'>i4')
raw('notext','0A',[b'']*3,'V0')
# variable length
heap=b''
def var(name,letter,arrays,dtype,desc='P',**cards):
    global heap
    d=[]
    for a in arrays:
        arr=np.array(a,dtype)
        d.append([len(arr) if dtype!='S' else len(a), len(heap)])
        heap+= arr.tobytes() if dtype!='S' else a
    raw(name,f'1{desc}{letter}({max(x[0] for x in d)})',d,'>i4' if desc=='P' else '>i8',**cards)
var('pe','E',[[1.5,2.5],[],[np.nan,3]],'>f4')
var('pj','J',[[1,2,3],[-9],[]],'>i4',TNULL=-9)
var('qk','K',[[2**53+1],[],[1,2]],'>i8',desc='Q')
var('pi','I',[[100,200],[0],[]],'>i2',TSCAL=0.5,TZERO=1.0)
var('pu','I',[[-32768,32767],[],[0]],'>i2',TZERO=32768)
var('pa','A',[b'short',b'',b'a longer text'],'S')
var('pd','D',[[1e300],[0.1,0.2],[]],'>f8')
def write(path,rows):
    cards=[('XTENSION','BINTABLE'),('BITPIX',8),('NAXIS',2)]
    parts=[]
    for name,f,v,c in cols:
        parts.append([bytes(np.ascontiguousarray(v[i:i+1]).tobytes()) for i in range(n)])
    data=b''.join(b''.join(p[i] for p in parts) for i in range(rows))
    width=sum(len(p[0]) for p in parts)
    h=heap if rows else b''
    hdr=fits.Header()
    for k,v in cards+[('NAXIS1',width),('NAXIS2',rows),('PCOUNT',len(h)),('GCOUNT',1),('TFIELDS',len(cols)),('EXTNAME','types')]: hdr[k]=v
    for k,(name,f,v,c) in enumerate(cols,1):
        hdr[f'TTYPE{k}']=name; hdr[f'TFORM{k}']=f
        for key,val in c.items(): hdr[f'{key}{k}']=val
    prim=fits.PrimaryHDU().header.tostring().encode()
    body=data+h
    body+=b'\0'*(-len(body)%2880)
    open(path,'wb').write(prim+hdr.tostring().encode()+body)
def text(v):
    if v is np.ma.masked: return 'missing'
    if isinstance(v,np.ma.MaskedArray): return '['+', '.join(text(v[i]) for i in range(len(v)))+']'
    if isinstance(v,np.ndarray): return '['+', '.join(text(x) for x in v.ravel())+']'
    if isinstance(v,(bool,np.bool_)): return str(bool(v)).lower()
    if isinstance(v,(complex,np.complexfloating)): return '['+text(v.real)+', '+text(v.imag)+']'
    if isinstance(v,(float,np.floating)): return 'missing' if np.isnan(v) else repr(float(v))
    if isinstance(v,(int,np.integer)): return str(int(v))
    if isinstance(v,bytes): v=v.decode()
    return str(v).rstrip() or 'missing'
def masked(v, raw, null):
    """TNULL is compared with what is stored (standard 7.3.2)."""
    if null is None: return v
    v=np.ma.array(np.atleast_1d(v), mask=np.atleast_1d(raw)==null)
    return v if np.ndim(raw) else v[0]
def values(path,txt):
    t=fits.open(path,uint=True)[1].data
    with open(txt,'w') as f:
        for name,form,stored,cards in cols:
            null=cards.get('TNULL')
            res=[]
            for i in range(len(t)):
                try: v=t[name][i]
                except Exception as e: v='astropy: '+repr(e)
                if name=='pj': v=np.ma.array(v,mask=v==null)
                elif null is not None: v=masked(v,stored[i],null)
                if form.startswith('1P') or form.startswith('1Q'):
                    v='missing' if len(v)==0 else v
                res.append(STANDARD[name][i] if name in STANDARD else text(v) if not isinstance(v,str) else (v.rstrip() or 'missing'))
            f.write('\t'.join([name]+res)+'\n')
# Where astropy 5.2 leaves the standard: 0 is no truth value (7.3.3.1), a text ends at NUL (7.3.3.1), complex numbers are scaled as such,
# arrays of variable length are scaled and shifted like others (7.3.5), empty cells hold nothing.
STANDARD=dict(l=['true','false','missing'],nulended=['ab','missing','abcde'],
 cscaled=['[12.0, 4.0]','[10.0, 0.0]','[10.0, -2.0]'],pi=['[51.0, 101.0]','[1.0]','missing'],
 pu=['[0, 65535]','missing','[32768]'],pa=['short','missing','a longer text'],
 vl=['[true, false, missing]']*3,nothing=['nothing']*3,notext=['missing']*3)
write(out+'/fits-types.fits',3)
write(out+'/fits-types-empty.fits',0)
values(out+'/fits-types.fits',out+'/fits-types.txt')

# ASCII tables: astropy writes and reads them.
ac=[fits.Column('name','A6',array=['M 67','','NGC188'],ascii=True),fits.Column('n','I5',array=[1,-2,30000],ascii=True),
 fits.Column('big','I10',array=[4000000000,0,-7],ascii=True),fits.Column('f','F8.3',array=[1.5,-2.25,1000.125],ascii=True),
 fits.Column('e','E12.4',array=[1.5e-5,-2.5e10,0],ascii=True),fits.Column('d','D22.14',array=[1.5e-200,1/3,-2e100],ascii=True)]
h=fits.TableHDU.from_columns(ac); h.writeto(out+'/fits-ascii.fits',overwrite=True)
t=fits.open(out+'/fits-ascii.fits')[1].data
with open(out+'/fits-ascii.txt','w') as f:
    for name in t.names: f.write('\t'.join([name]+[text(v) if not isinstance(v,str) else v.strip() or 'missing' for v in t[name]])+'\n')
