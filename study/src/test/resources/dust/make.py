"""Makes the toy maps of this folder and their expected values: h5py, numpy, and own formulas for the centres of HEALPix cells."""
import h5py,numpy as np
# two sizes of cells: all 48 of nside 2 except face 0, whose cells are of nside 4 (16), and cell 47 of nside 2 is missing
pix=[(2,k) for k in range(4,47)]+[(4,k) for k in range(0,16)]
pix=np.array(pix)
dm=np.arange(4.0,19.0001,1.0)
n=len(pix)
dt=np.dtype([('nside','i4'),('healpix_index','i8'),('converged','u1'),('DM_reliable_min','f4'),('DM_reliable_max','f4')])
info=np.zeros(n,dt); info['nside']=pix[:,0]; info['healpix_index']=pix[:,1]; info['converged']=1; info['DM_reliable_min']=5; info['DM_reliable_max']=15
info['converged'][3]=0
d=10**(dm/5+1)
# value in cell row r: (1+0.01 nside+0.001 index)* (dm-3)/16
best=np.array([(1+0.01*a+0.001*b)*(dm-3)/16 for a,b in pix],'f4')
samples=np.stack([best*f for f in (0.8,0.9,1.0,1.1,1.2)],1)
perm=np.random.default_rng(3).permutation(n)
with h5py.File('bayestar-toy.h5','w') as f:
    p=f.create_dataset('pixel_info',data=info[perm],compression='gzip',shuffle=True); p.attrs['DM_bin_edges']=dm
    f.create_dataset('best_fit',data=best[perm],compression='gzip',shuffle=True,chunks=(16,len(dm)))
    f.create_dataset('samples',data=samples[perm].astype('f4'),compression='gzip',shuffle=True,chunks=(16,5,len(dm)))
import csv
with h5py.File('decaps-toy.h5','w') as f:
    k=np.arange(0,48,2); m=len(k)
    g=f.create_group('pixel_info'); g.attrs['nside']=2; g.attrs['n_samples']=5; g.attrs['DM_bin_edges']=dm
    g['healpix_index']=k; g['converged']=np.ones(m,bool); g['infilled']=np.zeros(m,bool)
    g['DM_reliable_min']=np.full(m,5.,'f4'); g['DM_reliable_max']=np.full(m,15.,'f4')
    g2=np.array([(1+0.001*b)*(dm-3)/16 for b in k],'f4')[:,None,:]
    f['mean']=g2
with h5py.File('filter-toy.h5','w') as f:
    p=f.create_dataset('pixel_info',data=info[perm]); p.attrs['DM_bin_edges']=dm
    f.create_dataset('best_fit',data=np.round(best[perm],3),scaleoffset=3,chunks=(16,len(dm)))
# places: an own ring of formulas: centres of nested cells from the base-cell plane
def centre(nside,p):
    face,i=divmod(p,nside*nside); x=y=0
    for b in range(12): x|=((i>>(2*b))&1)<<b; y|=((i>>(2*b+1))&1)<<b
    jrll=[2]*4+[3]*4+[4]*4; jpll=[1,3,5,7,0,2,4,6,1,3,5,7]
    jr=jrll[face]*nside-x-y-1
    if jr<nside: nr=jr; z=1-nr*nr/(3*nside**2); ks=0
    elif jr>3*nside: nr=4*nside-jr; z=nr*nr/(3*nside**2)-1; ks=0
    else: nr=nside; z=(2*nside-jr)*2/(3*nside); ks=(jr-nside)&1
    jp=(jpll[face]*nr+x-y+1+ks)//2
    if jp>4*nr: jp-=4*nr
    if jp<1: jp+=4*nr
    phi=(jp-(ks+1)*0.5)*(np.pi/2/nr)
    return np.degrees(phi),np.degrees(np.arcsin(z))
rows=[]
for r,(a,b) in enumerate(pix):
    l,bb=centre(int(a),int(b))
    for mu in (3.,5.,6.25,10.1,17.,20.):
        kpc=10**(mu/5-2)
        f_=lambda m:(1+0.01*a+0.001*b)*(m-3)/16
        v=f_(4)*10**((mu-4)/5) if mu<4 else f_(min(mu,19))
        s='NOT_RELIABLE' if r==3 else 'BEFORE_FIRST' if mu<4 else 'BEYOND_LAST' if mu>19 else 'NOT_RELIABLE' if mu>15 else 'OK'
        rows.append(['%.9f'%l,'%.9f'%bb,'%.9g'%kpc]+['%.7g'%q for q in (v,0.864*v,1.136*v)]+[s])
l,bb=centre(2,47); rows.append([l,bb,1.,'','','','OUTSIDE_MAP'])
w=csv.writer(open('bayestar-toy.csv','w'),lineterminator='\n'); w.writerow('l b distance expected lo hi expected_status'.split()); w.writerows(rows)
